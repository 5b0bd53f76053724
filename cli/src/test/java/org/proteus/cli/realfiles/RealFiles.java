package org.proteus.cli.realfiles;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of Tika's test jars, each named by its module and its path there. */
public final class RealFiles {

    private static final String FOLDER = "test-documents/";
    private static final Pattern MODULE = Pattern.compile("tika-parser-([a-z]+)-module");

    /** This module alone has more files than all others; every eighth will do. */
    private static final String LARGE_MODULE = "microsoft";

    private static final int ONE_IN = 8;

    private final Map<String, URL> files = new TreeMap<>();

    /** Finds the files on the class path. */
    public static RealFiles find() throws IOException {
        RealFiles found = new RealFiles();
        ClassLoader loader = RealFiles.class.getClassLoader();
        for (URL folder : Collections.list(loader.getResources(FOLDER))) {
            module(folder).ifPresent(module -> found.add(module, folder));
        }
        return found;
    }

    private static Optional<String> module(URL folder) {
        Matcher matcher = MODULE.matcher(folder.getPath());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private void add(String module, URL folder) {
        try {
            JarFile jar = ((JarURLConnection) folder.openConnection()).getJarFile();
            List<String> paths =
                    jar.stream()
                            .filter(entry -> !entry.isDirectory())
                            .map(JarEntry::getName)
                            .filter(name -> name.startsWith(FOLDER))
                            .map(name -> name.substring(FOLDER.length()))
                            .sorted()
                            .toList();
            int step = module.equals(LARGE_MODULE) ? ONE_IN : 1;
            for (int i = 0; i < paths.size(); i += step) {
                files.put(module + "/" + paths.get(i), url(folder, paths.get(i)));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + folder, e);
        }
    }

    private static URL url(URL folder, String path) throws IOException {
        return RealFiles.class
                .getClassLoader()
                .resources(FOLDER + path)
                .filter(url -> url.toString().startsWith(folder.toString()))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no " + path + " in " + folder));
    }

    /** Returns the names of all files, in order. */
    public List<String> names() {
        return new ArrayList<>(files.keySet());
    }

    /** Copies some of the files into a folder, each at its name. */
    public void unpack(Collection<String> names, Path folder) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream content = files.get(name).openStream()) {
                Files.copy(content, file);
            }
        }
    }
}
