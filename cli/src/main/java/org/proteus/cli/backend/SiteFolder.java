package org.proteus.cli.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.ProgramOrigin;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.ProgramRegistry;
import org.proteus.graph.publish.Expected;
import org.proteus.graph.publish.ProgramVersion;
import org.proteus.library.Knowledge;

/** The site's folder of program documents, which keeps one version of each. Not thread-safe. */
public final class SiteFolder implements PublishedBackend {

    private final Path folder;
    private final Knowledge knowledge;

    private SiteFolder(Path folder) {
        this.folder = folder;
        this.knowledge = Knowledge.load(Optional.of(folder));
    }

    /**
     * Opens the user's folder of program documents.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if there is none
     */
    public static SiteFolder open() {
        return new SiteFolder(
                StateFolders.programs()
                        .orElseThrow(() ->
                                new ProteusException(
                                        ErrorCode.BAD_REQUEST,
                                        "neither a server is named, nor is there a folder of your"
                                                + " program documents",
                                        "give --server URL, or make the folder "
                                                + StateFolders.programsFolder())));
    }

    @Override
    public ProgramVersion publish(String id, Bytes document, Expected expected) {
        ProgramRegistry registry = knowledge.registry();
        TransformationProgram program = ProgramDocuments.parse(document.array(), id);
        expected.require(id, current(id).map(TransformationProgram::version));
        if (registry.origin(id).filter(ProgramOrigin.SHIPPED::equals).isPresent()) {
            throw new ProteusException(
                    ErrorCode.BAD_PROGRAM,
                    "the program id '" + id + "' belongs to a shipped program",
                    "choose another id");
        }
        List<String> defects = registry.defects(program);
        if (!defects.isEmpty()) {
            throw new ProteusException(
                    ErrorCode.BAD_PROGRAM, defects.getFirst(), "publish what it names first");
        }
        Path file = file(id).orElse(folder.resolve(id + ".xml"));
        try {
            Path fresh = Files.createTempFile(folder, ".publish", ".new");
            Files.write(fresh, document.array());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw unusable(failure);
        }
        return version(program);
    }

    @Override
    public void withdraw(String id, Expected expected) {
        TransformationProgram program = require(id);
        expected.require(id, Optional.of(program.version()));
        try {
            Files.delete(file(id).orElseThrow(() -> missing(id)));
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    @Override
    public List<ProgramVersion> versions(String id) {
        return List.of(version(require(id)));
    }

    @Override
    public byte[] document(String id, String version) {
        if (!require(id).version().equals(version)) {
            throw missing(id);
        }
        try {
            return Files.readAllBytes(file(id).orElseThrow(() -> missing(id)));
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private TransformationProgram require(String id) {
        return current(id).orElseThrow(() -> missing(id));
    }

    private Optional<TransformationProgram> current(String id) {
        return file(id).map(ProgramDocuments::read);
    }

    /** Returns the file that holds a program, whatever its name is. */
    private Optional<Path> file(String id) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .sorted()
                    .filter(file -> holds(file, id))
                    .findFirst();
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private static boolean holds(Path file, String id) {
        try {
            return ProgramDocuments.read(file).id().equals(id);
        } catch (ProteusException broken) {
            return file.getFileName().toString().equals(id + ".xml");
        }
    }

    private ProgramVersion version(TransformationProgram program) {
        try {
            Instant written =
                    Files.getLastModifiedTime(file(program.id()).orElseThrow()).toInstant();
            return new ProgramVersion(
                    program.id(), program.version(), program.checksum(), written, true);
        } catch (IOException failure) {
            throw unusable(failure);
        }
    }

    private ProteusException missing(String id) {
        return new ProteusException(
                ErrorCode.NOT_FOUND,
                "there is no such version of program '" + id + "' in " + folder,
                "the folder keeps one version of each program; a server keeps all");
    }

    private ProteusException unusable(IOException failure) {
        return new ProteusException(
                new Problem(
                        ErrorCode.UNAVAILABLE,
                        "the folder " + folder + " cannot be used",
                        "look at its rights and at the disk"),
                failure);
    }

    @Override
    public void close() {
        knowledge.close();
    }
}
