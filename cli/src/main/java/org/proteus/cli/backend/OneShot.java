package org.proteus.cli.backend;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import org.proteus.coordinator.Jobs;
import org.proteus.coordinator.report.Report;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.job.JobRequest;
import org.proteus.graph.Catalogue;
import org.proteus.library.Proteus;
import org.proteus.library.ProteusSettings;

/**
 * The engine in this process, for one request. Each request has a folder of its own, so that
 * different ones run side by side and the same one continues.
 */
public final class OneShot implements Backend {

    private static final int KEY_LENGTH = 24;

    private final Proteus proteus;

    private OneShot(Proteus proteus) {
        this.proteus = proteus;
    }

    /**
     * Opens the folder of a request.
     *
     * @throws org.proteus.foundation.model.ProteusException with {@code IN_USE} if the same request
     *     is running now
     */
    public static OneShot open(JobRequest request) {
        Path folder = StateFolders.state().resolve("transforms").resolve(key(request));
        int cores = Runtime.getRuntime().availableProcessors();
        int workers =
                Math.max(
                        request.scaling().workers().orElse(cores),
                        request.scaling().max().orElse(1));
        return new OneShot(
                open(
                        ProteusSettings.in(folder)
                                .withSite(
                                        StateFolders.programs(),
                                        Optional.of(StateFolders.figures()))
                                .withWorkers(Math.max(1, workers))));
    }

    private static Proteus open(ProteusSettings settings) {
        try {
            return Proteus.open(settings);
        } catch (ProteusException failure) {
            if (failure.problem().code() != ErrorCode.IN_USE) {
                throw failure;
            }
            throw new ProteusException(
                    new Problem(
                            ErrorCode.IN_USE,
                            "the same transformation is already running in another process",
                            "wait for its end; it holds " + settings.folder()),
                    failure);
        }
    }

    /**
     * The same source, type, options, rules, pairing and sink are the same request; how many
     * workers is not.
     */
    private static String key(JobRequest request) {
        String text =
                String.join(
                        "\n",
                        request.from().uri(),
                        request.to(),
                        request.into().uri(),
                        new TreeMap<>(request.options()).toString(),
                        request.rules().toString(),
                        request.recursive().toString()
                                + request.pairing().map(pairing -> "\n" + pairing).orElse(""));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public Jobs jobs() {
        return proteus.jobs();
    }

    @Override
    public Catalogue catalogue() {
        return proteus.catalogue();
    }

    @Override
    public void report(String job, OutputStream out) throws IOException {
        new Report(proteus.jobs(), job).writeTo(out);
    }

    @Override
    public void close() {
        proteus.close();
    }
}
