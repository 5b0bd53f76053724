package org.proteus.programs.step;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.proteus.programs.Invocation;

/** Takes the folders of a run out of texts: they mean nothing to a user. */
final class ShortPaths {

    private final List<String> folders;

    ShortPaths(Invocation invocation) {
        Set<String> found = new LinkedHashSet<>();
        found.add(prefix(invocation.scratch()));
        found.add(prefix(invocation.output().toAbsolutePath().getParent()));
        invocation.inputs().stream()
                .map(input -> prefix(input.file().toAbsolutePath().getParent()))
                .forEach(found::add);
        this.folders =
                found.stream()
                        .filter(folder -> folder.length() > 1)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    String in(String text) {
        String shortened = text;
        for (String folder : folders) {
            shortened = shortened.replace(folder, "");
        }
        return shortened;
    }

    /** Shortens arguments; of the executable only the file name is left. */
    List<String> in(List<String> arguments) {
        return arguments.stream()
                .map(argument ->
                        argument.equals(arguments.getFirst()) ? name(argument) : in(argument))
                .toList();
    }

    private static String name(String executable) {
        return String.valueOf(Path.of(executable).getFileName());
    }

    private static String prefix(Path folder) {
        return folder.toAbsolutePath() + "/";
    }
}
