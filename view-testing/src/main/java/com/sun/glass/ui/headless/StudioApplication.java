package com.sun.glass.ui.headless;

import com.sun.glass.ui.CommonDialogs;
import com.sun.glass.ui.Cursor;
import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.Screen;
import com.sun.glass.ui.Window;
import java.io.File;
import javafx.scene.input.KeyCode;

/// The headless application with one [StudioScreen]. File and folder choosers answer as if cancelled.
public final class StudioApplication extends HeadlessApplication {
    private final StudioScreen studioScreen = new StudioScreen();
    private final HeadlessWindowManager manager = new HeadlessWindowManager();
    private final StudioRobot robot = new StudioRobot(studioScreen);
    private final Screen[] screens = {studioScreen.glassScreen()};

    @Override
    protected Screen[] staticScreen_getScreens() {
        return screens.clone();
    }

    @Override
    public Window createWindow(Window owner, Screen screen, int styleMask) {
        return new StudioWindow(studioScreen, manager, owner, screen, styleMask);
    }

    /// There is one mouse and one keyboard, however many robots a test makes.
    @Override
    public GlassRobot createRobot() {
        return robot;
    }

    @Override
    public Cursor createCursor(int x, int y, Pixels pixels) {
        return createCursor(0);
    }

    @Override
    protected void staticCursor_setVisible(boolean visible) {}

    @Override
    protected boolean _supportsTransparentWindows() {
        return true;
    }

    @Override
    protected CommonDialogs.FileChooserResult staticCommonDialogs_showFileChooser(
            Window owner,
            String folder,
            String filename,
            String title,
            int type,
            boolean multipleMode,
            CommonDialogs.ExtensionFilter[] extensionFilters,
            int defaultFilterIndex) {
        return new CommonDialogs.FileChooserResult();
    }

    @Override
    protected File staticCommonDialogs_showFolderChooser(Window owner, String folder, String title) {
        return null;
    }

    @Override
    protected int _getKeyCodeForChar(char character, int hint) {
        KeyCode code = KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(character)));
        return code == null ? 0 : code.getCode();
    }
}
