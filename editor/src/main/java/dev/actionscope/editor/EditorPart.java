package dev.actionscope.editor;

/// A part of the editor that installs itself when made and takes itself out when closed.
interface EditorPart extends AutoCloseable {
    @Override
    void close();
}
