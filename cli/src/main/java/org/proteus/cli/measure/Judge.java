package org.proteus.cli.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.proteus.foundation.content.TypeNames;
import org.proteus.programs.ScratchFolder;

/**
 * Says how much of an object a result keeps, 0 (nothing) to 1 (everything). What was read of
 * originals is kept, for each is compared with many results. Thread-safe.
 */
final class Judge implements AutoCloseable {

    private final Path folder;
    private final Commands commands = new Commands();
    private final Pictures pictures = new Pictures(commands);
    private final Sounds sounds = new Sounds(commands);
    private final Films films = new Films(commands, sounds);
    private final Documents documents;
    private final Map<Known, Object> originals = new ConcurrentHashMap<>();

    /** An original as it was read: one object may be a picture and a film. */
    private record Known(Sample original, String as) {}

    /** Judges in a folder; documents are rendered and read in the workshop. */
    Judge(Workshop workshop, Path folder) {
        this.documents = new Documents(commands, workshop);
        this.folder = folder;
    }

    /** Returns the share; absent when these kinds, or this original, cannot be compared. */
    OptionalDouble keeps(Sample original, Sample result) throws IOException, InterruptedException {
        return switch (result.kind()) {
            case ARCHIVE -> OptionalDouble.of(Archives.keeps(original.file(), result.file()));
            case SOUND -> sound(original, result);
            case FILM -> film(original, result);
            case PICTURE -> picture(original, result);
            case TEXT, PAGES -> document(original, result);
        };
    }

    private OptionalDouble sound(Sample original, Sample result)
            throws IOException, InterruptedException {
        Optional<Sounds.Read> was =
                switch (original.kind()) {
                    case SOUND -> read(original, "sound", sounds::read);
                    case FILM -> film(original).flatMap(Films.Read::sound);
                    default -> Optional.empty();
                };
        return was.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        once(result, sounds::read)
                                .map(is -> Sounds.keeps(was.get(), is))
                                .orElse(0.0));
    }

    private OptionalDouble film(Sample original, Sample result)
            throws IOException, InterruptedException {
        Optional<Films.Read> was = original.canMove() ? film(original) : Optional.empty();
        return was.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        once(result, (file, at) -> films.read(new Sample(file, result.type()), at))
                                .map(is -> Films.keeps(was.get(), is))
                                .orElse(0.0));
    }

    private Optional<Films.Read> film(Sample original) throws IOException, InterruptedException {
        return read(
                original, "film", (file, at) -> films.read(new Sample(file, original.type()), at));
    }

    private OptionalDouble picture(Sample original, Sample result)
            throws IOException, InterruptedException {
        return switch (original.kind()) {
            case PICTURE -> pictureOfPicture(original, result);
            case FILM -> pictureOfFilm(original, result);
            case PAGES, TEXT -> pictureOfPages(original, result);
            case SOUND, ARCHIVE -> OptionalDouble.empty();
        };
    }

    private OptionalDouble pictureOfPicture(Sample original, Sample result)
            throws IOException, InterruptedException {
        Optional<Pictures.Read> was =
                read(
                        original,
                        "picture",
                        (file, at) -> pictures.read(new Sample(file, original.type()), at));
        return was.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        likeRaster(was.get().frames().getFirst(), result)
                                .map(is ->
                                        Pictures.keeps(
                                                result.holdsMany() ? was.get() : was.get().first(),
                                                is))
                                .orElse(0.0));
    }

    private OptionalDouble pictureOfFilm(Sample original, Sample result)
            throws IOException, InterruptedException {
        if (result.type().subtype().equals("gif")) {
            return film(original, result);
        }
        Optional<Films.Read> was = film(original);
        if (was.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Raster> shown = was.get().pictures();
        Optional<Pictures.Read> is = likeRaster(shown.getFirst(), result);
        double seen =
                is.map(picture ->
                                shown.stream()
                                                .mapToDouble(one ->
                                                        Ssim.of(one, picture.frames().getFirst()))
                                                .max()
                                                .orElse(0)
                                        * Math.min(
                                                1,
                                                Math.sqrt(picture.pixels() / was.get().pixels())))
                        .orElse(0.0);
        return OptionalDouble.of(seen);
    }

    private OptionalDouble pictureOfPages(Sample original, Sample result)
            throws IOException, InterruptedException {
        Documents.Read was = document(original, true);
        if (was.pages().isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<Pictures.Read> is = likeRaster(was.pages().getFirst(), result);
        boolean all = result.holdsMany();
        return OptionalDouble.of(
                is.map(picture ->
                                Pictures.frames(
                                        all ? was.pages() : was.pages().subList(0, 1),
                                        all ? was.count() : 1,
                                        picture.frames(),
                                        picture.count()))
                        .orElse(0.0));
    }

    private OptionalDouble document(Sample original, Sample result)
            throws IOException, InterruptedException {
        return switch (original.kind()) {
            case TEXT, PAGES -> documentOfDocument(original, result);
            case PICTURE -> pagesOfPicture(original, result);
            case FILM, SOUND, ARCHIVE -> OptionalDouble.empty();
        };
    }

    private OptionalDouble documentOfDocument(Sample original, Sample result)
            throws IOException, InterruptedException {
        Documents.Read was = document(original, result.kind() == Kind.PAGES);
        if (result.kind() == Kind.TEXT && !was.hasText()) {
            return OptionalDouble.empty();
        }
        Documents.Read is = result(result);
        return OptionalDouble.of(
                result.kind() == Kind.TEXT
                        ? Documents.keepsText(was, is)
                        : Documents.keeps(was, is));
    }

    private OptionalDouble pagesOfPicture(Sample original, Sample result)
            throws IOException, InterruptedException {
        if (result.kind() == Kind.TEXT) {
            return OptionalDouble.empty();
        }
        Optional<Pictures.Read> was =
                read(
                        original,
                        "picture",
                        (file, at) -> pictures.read(new Sample(file, original.type()), at));
        if (was.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Raster> shown = was.get().frames().stream().map(Raster::onWhite).toList();
        List<Raster> pages =
                once(
                                result,
                                (file, at) ->
                                        Optional.of(
                                                documents.pagesLike(
                                                        shown.getFirst(),
                                                        new Sample(file, result.type()),
                                                        at)))
                        .orElseThrow();
        return OptionalDouble.of(
                pages.isEmpty()
                        ? 0
                        : Pictures.frames(
                                shown.subList(0, Math.min(shown.size(), Documents.MOST_PAGES)),
                                Math.min(was.get().count(), Documents.MOST_PAGES),
                                pages,
                                pages.size()));
    }

    private Documents.Read document(Sample original, boolean pages)
            throws IOException, InterruptedException {
        return read(
                        original,
                        pages ? "pages" : "text",
                        (file, at) -> read(file, original, pages, at))
                .orElseThrow();
    }

    private Documents.Read result(Sample result) throws IOException, InterruptedException {
        return once(result, (file, at) -> read(file, result, result.kind() == Kind.PAGES, at))
                .orElseThrow();
    }

    private Optional<Documents.Read> read(Path file, Sample sample, boolean pages, Path at)
            throws IOException, InterruptedException {
        return Optional.of(documents.read(new Sample(file, sample.type()), pages, at));
    }

    private Optional<Pictures.Read> likeRaster(Raster size, Sample result)
            throws IOException, InterruptedException {
        return once(
                result, (file, at) -> pictures.readLike(size, new Sample(file, result.type()), at));
    }

    /** Reads a file of a harmless name in a folder of its own. */
    private interface Reading<T> {
        Optional<T> read(Path file, Path at) throws IOException, InterruptedException;
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> read(Sample original, String as, Reading<T> reading)
            throws IOException, InterruptedException {
        Known key = new Known(original, as);
        Object known = originals.get(key);
        if (known == null) {
            known = once(original, reading);
            originals.put(key, known);
        }
        return (Optional<T>) known;
    }

    private <T> Optional<T> once(Sample sample, Reading<T> reading)
            throws IOException, InterruptedException {
        try (ScratchFolder at = ScratchFolder.create(folder, "judge")) {
            String extension = Workshop.dotted(TypeNames.extension(sample.type()));
            Path file = at.path().resolve("object" + extension);
            Files.copy(sample.file(), file);
            return reading.read(file, at.path());
        }
    }

    @Override
    public void close() {
        commands.close();
    }
}
