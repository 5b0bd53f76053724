package org.proteus.programs.step;

import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.TransformationUnit;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.programs.Program;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The programs that came with this software or were put beside it, with their documents. Immutable.
 */
public final class InstalledPrograms {

    private static final Logger LOG = LoggerFactory.getLogger(InstalledPrograms.class);

    private final Map<String, Program> byClass;
    private final Map<String, TransformationProgram> shipped;
    private final Optional<SiteDocuments> site;

    /**
     * Reads the documents of programs.
     *
     * @param programs what can run
     * @param siteFolder folder with documents of the site's own, read again each time it is asked
     *     for; it need not exist
     * @throws ProteusException with {@code BAD_PROGRAM} if a program's own document is broken or
     *     two programs share an id
     */
    public InstalledPrograms(Iterable<? extends Program> programs, Optional<Path> siteFolder) {
        Map<String, Program> classes = new HashMap<>();
        Map<String, TransformationProgram> documents = new LinkedHashMap<>();
        for (Program program : programs) {
            classes.put(program.getClass().getName(), program);
            for (URL url : program.documents()) {
                register(read(url, program), program, documents);
            }
        }
        this.byClass = Map.copyOf(classes);
        this.shipped = documents;
        this.site = siteFolder.map(SiteDocuments::new);
    }

    /** Finds the programs on the class path. */
    public static InstalledPrograms find(Optional<Path> siteFolder) {
        return new InstalledPrograms(ServiceLoader.load(Program.class), siteFolder);
    }

    /** Returns the documents that came with the programs, in the order they were found. */
    public List<TransformationProgram> shipped() {
        return List.copyOf(shipped.values());
    }

    /**
     * Returns all documents: those that came with the programs, then the site's own as they are
     * now. A document of the site that is broken, or whose id is taken, is logged and left out.
     */
    public List<TransformationProgram> documents() {
        Map<String, TransformationProgram> all = new LinkedHashMap<>(shipped);
        for (TransformationProgram document : siteDocuments()) {
            TransformationProgram other = all.putIfAbsent(document.id(), document);
            if (other != null) {
                LOG.error("program {} of the site is left out: its id is taken", document.id());
            }
        }
        return new ArrayList<>(all.values());
    }

    /** Returns the program that runs as this class. */
    public Optional<Program> program(String entryClass) {
        return Optional.ofNullable(byClass.get(entryClass));
    }

    /** Returns a unit of a document that is here; a plan may name others. */
    Optional<TransformationUnit> unit(UnitId id) {
        return Optional.ofNullable(shipped.get(id.program()))
                .or(() ->
                        siteDocuments().stream()
                                .filter(document -> document.id().equals(id.program()))
                                .findFirst())
                .flatMap(document -> document.unit(id.unit()));
    }

    /** Whether a class came with this software, not in a jar that was put beside it. */
    boolean isShipped(String entryClass) {
        return program(entryClass).filter(InstalledPrograms::cameWithThisSoftware).isPresent();
    }

    private Collection<TransformationProgram> siteDocuments() {
        return site.map(SiteDocuments::read).orElse(List.of());
    }

    private static TransformationProgram read(URL document, Program program) {
        return cameWithThisSoftware(program)
                ? ProgramDocuments.readValid(document)
                : ProgramDocuments.read(document);
    }

    private static boolean cameWithThisSoftware(Program program) {
        CodeSource own = InstalledPrograms.class.getProtectionDomain().getCodeSource();
        CodeSource its = program.getClass().getProtectionDomain().getCodeSource();
        return own != null && own.equals(its);
    }

    private static void register(
            TransformationProgram document,
            Program program,
            Map<String, TransformationProgram> documents) {
        TransformationProgram other = documents.putIfAbsent(document.id(), document);
        if (other != null) {
            throw new ProteusException(
                    ErrorCode.BAD_PROGRAM,
                    "two programs have the id '" + document.id() + "'",
                    "give one of them another id, or remove its jar");
        }
        LOG.info(
                "program {} {} with {} units runs as {}",
                document.id(),
                document.version(),
                document.units().size(),
                program.getClass().getName());
    }
}
