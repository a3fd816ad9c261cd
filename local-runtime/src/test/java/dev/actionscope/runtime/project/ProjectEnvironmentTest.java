package dev.actionscope.runtime.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectEnvironmentTest {
    @Test
    void values_are_read_as_dotenv_reads_them() {
        Map<String, String> read = DotEnv.parse("""
                # a comment
                PLAIN=value
                export EXPORTED = spaced value   # comment
                EMPTY=
                SINGLE='it''s # no comment'
                DOUBLE="line\\nbreak" # comment
                BACK=`say "hi" and 'ho'`
                MULTI="-----BEGIN-----
                abc=
                -----END-----"
                HASH=a#b
                UNCLOSED="open
                AFTER=ok
                EXPAND=${PLAIN}
                COLON: yes
                NOT A LINE
                =nothing
                DOTTED.name-x=1
                SINGLE_N='a\\nb'
                ESCAPED="say \\"hi\\""
                PLAIN=last\
                """.replace("''", "\\'"));
        assertEquals("last", read.get("PLAIN"));
        assertEquals("spaced value", read.get("EXPORTED"));
        assertEquals("", read.get("EMPTY"));
        assertEquals("it\\'s # no comment", read.get("SINGLE"));
        assertEquals("line\nbreak", read.get("DOUBLE"));
        assertEquals("say \"hi\" and 'ho'", read.get("BACK"));
        assertEquals("-----BEGIN-----\nabc=\n-----END-----", read.get("MULTI"));
        assertEquals("a", read.get("HASH"));
        assertEquals("ok", read.get("AFTER"));
        assertEquals("${PLAIN}", read.get("EXPAND"));
        assertEquals("yes", read.get("COLON"));
        assertEquals("1", read.get("DOTTED.name-x"));
        assertEquals("a\\nb", read.get("SINGLE_N"));
        assertEquals("say \\\"hi\\\"", read.get("ESCAPED"));
        assertEquals("\"open", read.get("UNCLOSED"));
        assertEquals(15, read.size(), read.toString());
    }

    @Test
    void later_files_and_given_variables_win(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("convex"));
        Files.writeString(folder.resolve(".env"), "A=env\nB=env\nC=env\nD=env\n");
        Files.writeString(folder.resolve(".env.local"), "B=local\nC=local\nD=local\nCONVEX_DEPLOYMENT=dev:x # team\n");
        Path given = folder.resolve("given.env");
        Files.writeString(given, "\uFEFFC=file\r\nD=file\r\n");
        Project project = Project.open(folder);
        Map<String, String> read = ProjectEnvironment.read(project, List.of(given), Map.of("D", "given"));
        assertEquals(Map.of("A", "env", "B", "local", "C", "file", "D", "given", "CONVEX_DEPLOYMENT", "dev:x"), read);
        Path missing = folder.resolve("missing.env");
        ProjectException e = assertThrows(
                ProjectException.class, () -> ProjectEnvironment.read(project, List.of(missing), Map.of()));
        assertTrue(e.getMessage().contains("missing.env does not exist"), e.getMessage());
    }
}
