package org.proteus.policies.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that a jar brings which was not there when the rest was built. */
class OutsidePolicyTest {

    private static final String SERVICE =
            "META-INF/services/org.proteus.policies.scaling.ScalingPolicy";
    private static final String SOURCE =
            """
            package outside;
            import java.util.List;
            import org.proteus.policies.scaling.*;
            public final class Odd implements ScalingPolicy {
                public String id() { return "ID"; }
                public Verdict start(ScalingSettings settings) { return new Verdict(7, "odd"); }
                public Verdict decide(ScalingSettings settings, List<Window> windows) {
                    return start(settings);
                }
            }
            """;

    @TempDir private Path folder;

    @Test
    void aJarBringsAPolicy() throws IOException {
        ScalingPolicies policies = load("odd");
        assertThat(policies.ids()).contains("odd", "history");
        ScalingSettings settings =
                new ScalingSettings(1, 0.5, 1, 64, 1, Duration.ofSeconds(30), Duration.ZERO);
        assertThat(policies.find("odd").orElseThrow().decide(settings, List.of()).workers())
                .isEqualTo(7);
    }

    @Test
    void anIdThatIsTakenStopsTheStart() {
        assertThatIllegalStateException()
                .isThrownBy(() -> load("history"))
                .withMessageContaining("two scaling policies are called 'history'")
                .withMessageContaining("outside.Odd");
    }

    private ScalingPolicies load(String id) throws IOException {
        Path jar = jar(id);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader outside = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
            thread.setContextClassLoader(outside);
            return ScalingPolicies.load();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Path jar(String id) throws IOException {
        Path source = folder.resolve("Odd.java");
        Files.writeString(source, SOURCE.replace("ID", id));
        int code =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                OutputStream.nullOutputStream(),
                                null,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString(),
                                source.toString());
        assertThat(code).isZero();
        Path jar = folder.resolve("odd.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("outside/Odd.class"));
            out.write(Files.readAllBytes(folder.resolve("outside/Odd.class")));
            out.putNextEntry(new JarEntry(SERVICE));
            out.write("outside.Odd".getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }
}
