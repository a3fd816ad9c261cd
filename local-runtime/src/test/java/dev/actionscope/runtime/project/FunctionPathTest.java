package dev.actionscope.runtime.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionPathTest {
    @ParameterizedTest
    @CsvSource({
        "messages:sendGif, messages:sendGif",
        "api.messages.sendGif, messages:sendGif",
        "api.a.b.fn, a/b:fn",
        "internal.a.fn, a:fn",
        "dir/mod, dir/mod:default",
        "convex/dir/mod:fn, dir/mod:fn",
        "./convex/dir/mod.ts:fn, dir/mod:fn",
        "convex\\dir\\mod:fn, dir/mod:fn",
        "mod.ts:fn, mod:fn",
        "mod.js, mod:default",
        "mod.tsx:fn, mod:fn",
        "api.ts:fn, api:fn",
        "internal:fn, internal:fn"
    })
    void all_ways_to_write_a_function_are_read(String text, String path) throws ProjectException {
        assertEquals(path, FunctionPath.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "api.x", "api..x", "internal.", ":fn", "mod:", "a:b:c", "/a:b", "a//b:c", "a/"})
    void what_names_no_function_is_refused(String text) {
        ProjectException e = assertThrows(ProjectException.class, () -> FunctionPath.parse(text));
        assertEquals(ProjectException.Code.FUNCTION_NAME, e.code());
    }

    @Test
    void a_folder_named_like_the_functions_folder_goes_first(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("convex/convex"));
        Files.writeString(folder.resolve("convex/convex/inner.ts"), "export {};");
        Project project = Project.open(folder);
        assertEquals(
                "convex/inner:fn",
                FunctionPath.parse("convex/inner:fn", project).toString());
        assertEquals("other:fn", FunctionPath.parse("convex/other:fn", project).toString());
    }

    @Test
    void names_near_an_unknown_one_are_found() {
        List<String> known = List.of(
                "messages:sendGif",
                "messages:list",
                "messages:send",
                "users/admin:remove",
                "crons:default",
                "tasks:run");
        assertEquals(List.of("messages:sendGif"), FunctionPath.nearest("message:sendgif", known));
        assertEquals(List.of("messages:sendGif", "messages:send"), FunctionPath.nearest("messages:senGif", known));
        assertEquals(
                List.of("messages:sendGif"),
                FunctionPath.nearest("api.messages.sendGfi", known).subList(0, 1));
        assertEquals(List.of("messages:sendGif"), FunctionPath.nearest("sendGif", known));
        assertEquals(List.of("users/admin:remove"), FunctionPath.nearest("convex/users/admin:removes", known));
        assertEquals(
                List.of("crons:default"), FunctionPath.nearest("cron", known).subList(0, 1));
        assertEquals(List.of(), FunctionPath.nearest("somethingElseEntirely:x", known));
    }
}
