package org.proteus.cli.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.proteus.cli.measure.Commands.Decoder;
import org.proteus.foundation.model.ContentType;

/**
 * Reads words and pages. Words are read in two ways, by Tika and off the rendered pages, so that no
 * program is judged by its own reading alone. Thread-safe.
 */
final class Documents {

    private static final ContentType PDF = ContentType.of("application", "pdf");
    private static final ContentType PLAIN = ContentType.of("text", "plain");
    private static final Set<String> AS_IT_IS = Set.of("text/plain", "text/csv");

    /** Pages that are looked at. */
    static final int MOST_PAGES = 3;

    private static final int WIDTH = 320;
    private static final int HEIGHT = 420;

    /** Pages are drawn so much larger than they are compared, so that drawing blurs nothing. */
    private static final int FINER = 4;

    private final Commands commands;
    private final Workshop workshop;

    /**
     * A document as read.
     *
     * @param texts its words, by who read them
     * @param pages its first pages, all in one size
     * @param count how many pages there are; 0 when it has none
     * @param about title, author and the like
     */
    record Read(
            Map<String, String> texts, List<Raster> pages, int count, Map<String, String> about) {

        boolean hasText() {
            return texts.values().stream().anyMatch(Words::any);
        }
    }

    Documents(Commands commands, Workshop workshop) {
        this.commands = commands;
        this.workshop = workshop;
    }

    /** Returns the words of a document, and its pages if they are asked for. */
    Read read(Sample sample, boolean pages, Path folder) throws IOException, InterruptedException {
        String type = sample.type().mediaType().toString();
        Map<String, String> texts = new LinkedHashMap<>();
        if (AS_IT_IS.contains(type)) {
            texts.put("as it is", text(sample.file()));
        } else if (!type.equals(PDF.toString())) {
            workshop.convert(sample, PLAIN, "tika", Files.createDirectory(folder.resolve("tika")))
                    .ifPresent(read -> texts.put("tika", text(read.file())));
        }
        if (!pages && !texts.isEmpty()) {
            return new Read(texts, List.of(), 0, Map.of());
        }
        Optional<Path> pdf = pdf(sample, folder);
        if (pdf.isEmpty()) {
            return new Read(texts, List.of(), 0, Map.of());
        }
        Map<String, String> about = about(pdf.get(), folder);
        commands.output(
                        Decoder.PDFTOTEXT,
                        folder,
                        "pages.txt",
                        "-enc",
                        "UTF-8",
                        pdf.get().toString(),
                        "pages.txt")
                .ifPresent(bytes -> texts.put("pages", new String(bytes, StandardCharsets.UTF_8)));
        int count = Integer.parseInt(about.getOrDefault("Pages", "0"));
        about.remove("Pages");
        return new Read(texts, pages(pdf.get(), WIDTH, HEIGHT, folder), count, about);
    }

    private Optional<Path> pdf(Sample sample, Path folder)
            throws IOException, InterruptedException {
        return sample.type().mediaType().equals(PDF.toString())
                ? Optional.of(sample.file())
                : rendered(sample, folder);
    }

    private Optional<Path> rendered(Sample sample, Path folder)
            throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve("rendered"));
        return workshop.convert(sample, PDF, "libreoffice", own).map(Sample::file);
    }

    private Map<String, String> about(Path pdf, Path folder)
            throws IOException, InterruptedException {
        Map<String, String> about = new TreeMap<>();
        for (String line :
                commands.run(Decoder.PDFINFO, folder, pdf.toString()).orElse(List.of())) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon);
            String value = line.substring(colon + 1).strip();
            if (Set.of("Pages", "Title", "Author", "Subject", "Keywords").contains(name)
                    && !value.isEmpty()) {
                about.put(name, value);
            }
        }
        return about;
    }

    /** Returns the first pages of a document in the size of a picture that they should show. */
    List<Raster> pagesLike(Raster picture, Sample sample, Path folder)
            throws IOException, InterruptedException {
        Optional<Path> pdf = pdf(sample, folder);
        return pdf.isEmpty()
                ? List.of()
                : pages(pdf.get(), picture.width() * FINER, picture.height() * FINER, folder)
                        .stream()
                        .map(page -> page.smaller(FINER))
                        .toList();
    }

    private List<Raster> pages(Path pdf, int width, int height, Path folder)
            throws IOException, InterruptedException {
        commands.run(
                Decoder.PDFTOPPM,
                folder,
                "-l",
                Integer.toString(MOST_PAGES),
                "-scale-to-x",
                Integer.toString(width),
                "-scale-to-y",
                Integer.toString(height),
                pdf.toString(),
                "page");
        List<Raster> pages = new ArrayList<>();
        List<Path> written;
        try (Stream<Path> files = Files.list(folder)) {
            written = files.filter(f -> f.toString().endsWith(".ppm")).sorted().toList();
        }
        for (Path page : written) {
            pages.add(page(Files.readAllBytes(page), width, height));
            Files.delete(page);
        }
        return pages;
    }

    /** The samples are at the end of the file, whatever stands before. */
    private static Raster page(byte[] file, int width, int height) {
        int size = width * height;
        byte[] wide = new byte[size * 8];
        int at = file.length - size * 3;
        for (int i = 0; i < size; i++) {
            for (int channel = 0; channel < 3; channel++) {
                byte sample = file[at++];
                wide[i * 8 + channel * 2] = sample;
                wide[i * 8 + channel * 2 + 1] = sample;
            }
            wide[i * 8 + 6] = -1;
            wide[i * 8 + 7] = -1;
        }
        return Raster.read(wide, width, height).getFirst();
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns how much of the words of a document another one keeps. */
    static double keepsText(Read original, Read result) {
        Share share = new Share();
        original.texts.forEach((reader, was) -> {
            String is = result.texts.get(reader);
            double best =
                    is != null
                            ? Words.likeness(was, is)
                            : result.texts.values().stream()
                                    .mapToDouble(text -> Words.likeness(was, text))
                                    .max()
                                    .orElse(0);
            share.addIf(Words.any(was), 1, best);
        });
        return share.mean();
    }

    /** Returns how much of a document another one keeps: words, pages, title and author. */
    static double keeps(Read original, Read result) {
        double pages =
                original.pages.isEmpty() || result.pages.isEmpty()
                        ? 0
                        : Pictures.frames(
                                original.pages, original.count, result.pages, result.count);
        double more = Share.ratio(original.count, result.count);
        double about =
                original.about.isEmpty()
                        ? 1
                        : (double)
                                        original.about.entrySet().stream()
                                                .filter(result.about.entrySet()::contains)
                                                .count()
                                / original.about.size();
        return new Share()
                .addIf(original.hasText(), 0.5, keepsText(original, result))
                .addIf(original.count > 0, 0.3, pages)
                .addIf(original.count > 0, 0.1, more)
                .addIf(!original.about.isEmpty(), 0.1, about)
                .mean();
    }
}
