package dev.actionscope.runtime.session;

import dev.actionscope.runtime.database.Database;
import dev.actionscope.runtime.database.DatabaseException;
import dev.actionscope.runtime.database.SchemaChange;
import dev.actionscope.runtime.run.BuiltProject;
import dev.actionscope.runtime.run.DataLocation;
import dev.actionscope.runtime.run.LocalDeployment;
import dev.actionscope.runtime.run.UserException;
import dev.actionscope.runtime.schema.DatabaseSchema;
import dev.actionscope.runtime.schema.SchemaException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where a deployment's data is, and how it is made to suit the code.
///
/// @param folder null for a database in memory
record DeploymentData(@Nullable Path folder) {

    /// @param own the folder that Actionscope keeps for the project
    static DeploymentData at(DataLocation location, Path own) {
        return switch (location) {
            case DataLocation.InMemory() -> new DeploymentData(null);
            case DataLocation.InFolder(Path folder) -> new DeploymentData(folder);
            case DataLocation.OfProject() -> new DeploymentData(own.resolve("database"));
        };
    }

    LocalDeployment open(Engines engines, BuiltProject code) throws UserException {
        try {
            Database database = folder == null ? Database.inMemory() : Database.open(folder);
            Path files = folder == null
                    ? Path.of(System.getProperty("java.io.tmpdir"), "actionscope-files-" + UUID.randomUUID())
                    : folder.resolve("files");
            return new LocalDeployment(
                    new LocalDeployment.Parts(
                            engines.isolates(), engines.node(), database, files, folder == null, Clock.systemUTC()),
                    code);
        } catch (DatabaseException e) {
            throw new UserException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Makes the indexes that the code's schema names and holds existing documents to it.
    ///
    /// @return one line when they do not fit, else empty
    String adopt(LocalDeployment deployment, BuiltProject code) {
        JsonNode json = code.analysis().schema();
        try {
            DatabaseSchema schema = json == null ? DatabaseSchema.NONE : DatabaseSchema.parse(json);
            return switch (deployment.database().applySchema(schema)) {
                case SchemaChange.Applied _ -> "";
                case SchemaChange.Rejected(List<SchemaChange.Violation> violations) -> text(violations.getFirst());
            };
        } catch (SchemaException | DatabaseException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String text(SchemaChange.Violation violation) {
        return "The document " + violation.id() + " in table \"" + violation.table()
                + "\" does not match the schema: " + violation.mismatch().replace("\n", " ")
                + " Change the document or the schema; until then the schema before it holds.";
    }
}
