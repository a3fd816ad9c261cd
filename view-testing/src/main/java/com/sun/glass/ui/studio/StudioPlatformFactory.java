package com.sun.glass.ui.studio;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.StudioApplication;

/// The toolkit that `-Dglass.platform=Studio` selects: JavaFX's own headless toolkit with a screen of any size and
/// an input robot that behaves like a desktop (modifiers, drags, focus, wheel).
public final class StudioPlatformFactory extends HeadlessPlatformFactory {
    @Override
    public Application createApplication() {
        return new StudioApplication();
    }
}
