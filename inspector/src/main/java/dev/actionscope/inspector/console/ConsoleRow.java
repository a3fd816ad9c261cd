package dev.actionscope.inspector.console;

/// One line of the console's list.
///
/// @param entry what was logged
/// @param text the piece of it that this line shows
/// @param piece 0 for the line that carries level, time and place, counting up for those below it
/// @param expandable whether the entry has more lines than are shown, or shows them and can hide them
public record ConsoleRow(ConsoleEntry entry, String text, int piece, boolean expandable) {
    public boolean isHead() {
        return piece == 0;
    }
}
