package dev.actionscope.app.workbench;

import dev.actionscope.app.notice.NoticeStack;
import dev.actionscope.app.overlay.Overlay;
import dev.actionscope.app.project.BannerView;
import dev.actionscope.app.project.FileTreeView;
import dev.actionscope.app.project.FunctionListView;
import dev.actionscope.app.project.GateView;
import dev.actionscope.app.project.ProblemsView;
import dev.actionscope.app.run.RunPanel;
import dev.actionscope.app.start.StartScreen;

/// The views of one window.
record WorkbenchParts(
        TopBar top,
        StatusBar status,
        SideRail rail,
        StartScreen start,
        WorkbenchView view,
        FileTreeView files,
        FunctionListView functions,
        EditorPane editor,
        GateView gate,
        BannerView banner,
        RunPanel runPanel,
        InspectorPane inspector,
        ProblemsView problems,
        Overlay overlay,
        NoticeStack notices) {}
