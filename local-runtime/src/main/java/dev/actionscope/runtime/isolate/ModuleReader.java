package dev.actionscope.runtime.isolate;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.js.runtime.builtins.JSFunction;
import com.oracle.truffle.js.runtime.builtins.JSFunctionObject;
import dev.actionscope.runtime.analysis.Analysis.HttpRoute;
import dev.actionscope.runtime.analysis.FunctionInfo;
import dev.actionscope.runtime.analysis.FunctionKind;
import dev.actionscope.runtime.bundle.BundledModule.Environment;
import dev.actionscope.runtime.trace.RunError;
import dev.actionscope.runtime.trace.SourcePosition;
import java.util.List;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a loaded module exports.
final class ModuleReader {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<FunctionKind> KINDS =
            List.of(FunctionKind.QUERY, FunctionKind.MUTATION, FunctionKind.ACTION);

    private final ScriptRealm realm;
    private final BundleAnalysis analysis;
    private final String path;

    ModuleReader(ScriptRealm realm, BundleAnalysis analysis, String path) {
        this.realm = realm;
        this.analysis = analysis;
        this.path = path;
    }

    /// @return what is wrong with the module, or null
    @Nullable
    RunError read(Value namespace) {
        return switch (path) {
            case "schema.js" -> {
                analysis.schema(exported(namespace));
                yield null;
            }
            case "auth.config.js" -> {
                Value config = standard(namespace);
                String json = config == null ? null : realm.prelude().toJson(config);
                analysis.authConfig(json == null ? null : JSON.readTree(json));
                yield null;
            }
            case "crons.js" -> crons(namespace);
            case "http.js" -> routes(namespace);
            default -> functions(namespace);
        };
    }

    private @Nullable RunError functions(Value namespace) {
        for (String name : namespace.getMemberKeys()) {
            Value export = namespace.getMember(name);
            FunctionKind kind = export.hasMembers() ? kindOf(export) : null;
            boolean isPublic = kind != null && export.hasMember("isPublic");
            boolean isInternal = kind != null && export.hasMember("isInternal");
            if (kind != null && isPublic != isInternal) {
                analysis.add(function(name, kind, isPublic, export));
            }
        }
        return null;
    }

    private FunctionInfo function(String name, FunctionKind kind, boolean isPublic, Value export) {
        JsonNode args = invoked(export, "exportArgs");
        JsonNode returns = invoked(export, "exportReturns");
        JsonNode anything = JSON.readTree("{\"type\":\"any\"}");
        return new FunctionInfo(
                path.substring(0, path.lastIndexOf('.')) + ":" + name,
                kind,
                isPublic,
                Environment.CONVEX,
                args == null || args.isNull() ? anything : args,
                returns == null || returns.isNull() ? null : returns,
                positionOf(export));
    }

    private @Nullable SourcePosition positionOf(Value export) {
        Value handler = export.hasMember("_handler") ? export.getMember("_handler") : export;
        return GuestObjects.of(handler) instanceof JSFunctionObject function
                        && JSFunction.getCallTarget(function) instanceof RootCallTarget target
                ? realm.services().scripts().original(target.getRootNode().getSourceSection())
                : null;
    }

    private @Nullable RunError crons(Value namespace) {
        Value crons = standard(namespace);
        if (crons == null) {
            return error("`convex/crons.js` must have a default export of a Crons.");
        }
        if (!crons.hasMember("isCrons")) {
            return error("The default export of `convex/crons.js` is not a Crons.");
        }
        analysis.crons(invoked(crons, "export"));
        return functions(namespace);
    }

    private @Nullable RunError routes(Value namespace) {
        Value router = standard(namespace);
        if (router == null) {
            return error("`convex/http.js` must have a default export of a Router.");
        }
        if (!router.hasMember("isRouter")) {
            return error("The default export of `convex/http.js` is not a Router.");
        }
        Value routes = router.invokeMember("getRoutes");
        for (long i = 0; i < routes.getArraySize(); i++) {
            Value route = routes.getArrayElement(i);
            analysis.add(new HttpRoute(
                    route.getArrayElement(1).asString(),
                    route.getArrayElement(0).asString()));
        }
        return functions(namespace);
    }

    private @Nullable JsonNode exported(Value namespace) {
        Value value = standard(namespace);
        return value == null ? null : invoked(value, "export");
    }

    private static @Nullable Value standard(Value namespace) {
        Value value = namespace.hasMember("default") ? namespace.getMember("default") : null;
        return value != null && value.hasMembers() ? value : null;
    }

    private static @Nullable FunctionKind kindOf(Value export) {
        for (FunctionKind kind : KINDS) {
            if (export.hasMember(Invocation.property(kind))) {
                return kind;
            }
        }
        return null;
    }

    /// What a method that gives JSON text gives.
    private static @Nullable JsonNode invoked(Value of, String method) {
        if (!of.canInvokeMember(method)) {
            return null;
        }
        Value json = of.invokeMember(method);
        return json.isString() ? JSON.readTree(json.asString()) : null;
    }

    private static RunError error(String message) {
        return new RunError(message, null, List.of());
    }
}
