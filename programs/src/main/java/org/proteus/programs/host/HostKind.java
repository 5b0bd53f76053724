package org.proteus.programs.host;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.proteus.programs.Program;

/**
 * What makes hosts interchangeable: only runs of the same kind share a host.
 *
 * @param programClass name of the program's class
 * @param classPath class path of the host
 * @param heapBytes largest heap, in bytes
 * @param namespace whose objects the host sees; no host serves two
 */
public record HostKind(String programClass, String classPath, long heapBytes, String namespace) {

    /** Returns the kind for a program, with the class path that the program was loaded from. */
    public static HostKind of(Program program, long heapBytes, String namespace) {
        return new HostKind(program.getClass().getName(), classPath(program), heapBytes, namespace);
    }

    private static String classPath(Program program) {
        List<String> places = new ArrayList<>();
        if (program.getClass().getClassLoader() instanceof URLClassLoader outside) {
            Stream.of(outside.getURLs()).map(HostKind::file).forEach(places::add);
        }
        // The host starts elsewhere, so relative places would be lost.
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(place -> Path.of(place).toAbsolutePath().toString())
                .forEach(places::add);
        return places.stream().distinct().collect(Collectors.joining(File.pathSeparator));
    }

    private static String file(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path holds " + url, e);
        }
    }
}
