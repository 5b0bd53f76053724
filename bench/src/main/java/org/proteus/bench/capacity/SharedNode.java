package org.proteus.bench.capacity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.proteus.bench.NoopJob;
import org.proteus.library.Proteus;
import org.proteus.library.ProteusSettings;

/**
 * One of several processes on the same database. Each number that it reads is a job of so many
 * elements, which it submits and whose seconds it prints; it ends with its input.
 *
 * <p>Arguments: folder, JDBC URL, workers.
 */
final class SharedNode {

    private SharedNode() {}

    public static void main(String[] args) throws Exception {
        ProteusSettings settings =
                ProteusSettings.in(Path.of(args[0]))
                        .withDatabase(args[1])
                        .withWorkers(Integer.parseInt(args[2]));
        try (Proteus proteus = Proteus.open(settings)) {
            System.out.println("ready now");
            work(proteus);
        }
    }

    private static void work(Proteus proteus) throws IOException, InterruptedException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            NoopJob.Done done =
                    NoopJob.run(proteus.jobs(), NoopJob.request(Integer.parseInt(line)));
            System.out.printf(Locale.ROOT, "done in %.3f%n", done.seconds());
        }
    }
}
