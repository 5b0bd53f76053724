package org.proteus.graph.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.Plan;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.foundation.model.program.UnitId;
import org.proteus.foundation.model.protocol.PublishedPrograms;
import org.proteus.graph.ProgramRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes programs into a registry and keeps them in a store, which several processes may share.
 * A change counts once it is stored; readers of the registry never wait for one. Thread-safe.
 */
public final class Publishing {

    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);

    /**
     * Each lost race means that another change was made; so many in a row are a sign of trouble.
     */
    private static final int MOST_RACES = 100;

    /** A service that holds more is being filled by mistake. */
    private static final int MOST_PROGRAMS = 10_000;

    private final ProgramStore store;
    private final StoredDocuments documents;
    private final ProgramRegistry registry;
    private final int most;
    private ProgramStore.State state = ProgramStore.State.EMPTY;
    private Map<String, TransformationProgram> programs = Map.of();
    private volatile PublishedPrograms forWorkers = PublishedPrograms.NONE;
    private volatile List<Problem> problems = List.of();

    /** Another process changed something between looking and deciding. */
    private static final class LostRace extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Publishing(ProgramStore store, ProgramRegistry registry, int most) {
        this.store = store;
        this.documents = new StoredDocuments(store);
        this.registry = registry;
        this.most = most;
    }

    /** Brings what the store holds into a registry. */
    public static Publishing open(ProgramStore store, ProgramRegistry registry) {
        return open(store, registry, MOST_PROGRAMS);
    }

    static Publishing open(ProgramStore store, ProgramRegistry registry, int most) {
        Publishing publishing = new Publishing(store, registry, most);
        publishing.refresh();
        return publishing;
    }

    /**
     * Brings changes that others made in the store into the registry; cheap when there are none.
     */
    public synchronized void refresh() {
        if (store.edition() != state.edition()) {
            ProgramStore.State newest = store.load();
            List<Problem> found = new ArrayList<>();
            Map<String, TransformationProgram> now = documents.read(newest, programs, found);
            found.addAll(registry.replacePublished(List.copyOf(now.values())));
            found.forEach(problem -> LOG.error("published program left out: {}", problem.text()));
            problems = List.copyOf(found);
            take(newest, now);
        }
    }

    /** Returns what is wrong with stored programs, which are left out then; mostly nothing. */
    public List<Problem> problems() {
        return problems;
    }

    /** Returns what workers must know of. */
    public PublishedPrograms forWorkers() {
        return forWorkers;
    }

    /**
     * Publishes a document. A version that was published before, with the same bytes, becomes the
     * current one again.
     *
     * @param name what errors call the document
     * @throws ProteusException with {@code BAD_PROGRAM} if the document is broken, its id belongs
     *     to a program of another origin, or a composite of it contains itself or leads nowhere;
     *     with {@code CONFLICT} if another version is there than expected, or that version has
     *     other bytes
     */
    public ProgramVersion publish(Bytes document, String name, Expected expected) {
        TransformationProgram program = ProgramDocuments.parse(document.array(), name);
        return inTurn(() -> publish(program, document, expected));
    }

    /**
     * Publishes a name for the path of a plan, with the values that the plan binds; the same plan
     * gets the same name again. A path of one unit without values has a name already.
     *
     * @throws ProteusException with {@code BAD_REQUEST} if the plan has no steps; with {@code
     *     CONFLICT} if a program of it has changed since
     */
    public NamedPath publishPath(Plan plan) {
        if (plan.isPassThrough()) {
            throw new ProteusException(
                    ErrorCode.BAD_REQUEST,
                    "there is no path to publish: the object is of that type already",
                    "name another target");
        }
        PathDocument path = PathDocument.of(plan, registry);
        if (path.isNamed()) {
            return new NamedPath(plan.units().getFirst(), false);
        }
        ProgramVersion version = publish(path.document(), "path", new Expected.Anything());
        return new NamedPath(new UnitId(version.id(), PathDocument.UNIT), true);
    }

    /**
     * Withdraws a program; its versions are kept.
     *
     * @throws ProteusException with {@code NOT_FOUND} if none of that id is published; with {@code
     *     CONFLICT} if another version is there than expected
     */
    public void withdraw(String id, Expected expected) {
        inTurn(() -> {
            requirePublished(id);
            expected.require(id, currentVersion(id));
            Runnable commit = () -> commit(store.withdraw(id, state.edition()));
            if (!registry.withdraw(id, commit)) {
                // It was left out, because its document is damaged or its id is taken.
                commit.run();
            }
            refresh();
            LOG.info("program {} withdrawn", id);
            return id;
        });
    }

    /**
     * Returns every version of a program, the first published first.
     *
     * @throws ProteusException with {@code NOT_FOUND} if there never was one
     */
    public List<ProgramVersion> versions(String id) {
        List<ProgramVersion> versions = store.versions(id);
        if (versions.isEmpty()) {
            throw notPublished("no program '" + id + "' was ever published");
        }
        return versions;
    }

    /**
     * Returns a document as it was published.
     *
     * @param version its version; the current one when absent
     * @throws ProteusException with {@code NOT_FOUND} if there is none
     */
    public Bytes document(String id, Optional<String> version) {
        List<ProgramVersion> versions = versions(id);
        String wanted =
                version.or(() ->
                                versions.stream()
                                        .filter(ProgramVersion::current)
                                        .map(ProgramVersion::version)
                                        .findFirst())
                        .orElseThrow(() -> notPublished("program '" + id + "' is withdrawn"));
        return store.document(id, wanted)
                .orElseThrow(() -> notPublished("program '" + id + "' has no version " + wanted));
    }

    private ProgramVersion publish(
            TransformationProgram program, Bytes document, Expected expected) {
        String id = program.id();
        expected.require(id, currentVersion(id));
        Optional<ProgramVersion> before = stored(program);
        if (before.filter(ProgramVersion::current).isPresent() && programs.containsKey(id)) {
            return before.get();
        }
        List<String> defects = registry.defects(program);
        if (!defects.isEmpty()) {
            throw new ProteusException(
                    ErrorCode.BAD_PROGRAM,
                    defects.getFirst(),
                    "publish what it names first, or correct its steps");
        }
        requireRoom(id);
        ProgramStore.NewVersion version =
                new ProgramStore.NewVersion(id, program.version(), program.checksum(), document);
        registry.publish(program, () -> commit(store.publish(version, state.edition())));
        Map<String, TransformationProgram> now = new LinkedHashMap<>(programs);
        now.put(id, program);
        programs = now;
        refresh();
        LOG.info("program {} {} published", id, program.version());
        return stored(program).orElseThrow();
    }

    /** Runs a change on the newest state, again if somebody else was faster. */
    private synchronized <T> T inTurn(Supplier<T> change) {
        for (int races = 0; races < MOST_RACES; races++) {
            refresh();
            try {
                return change.get();
            } catch (LostRace faster) {
                LOG.debug("another process changed the published programs", faster);
            }
        }
        throw new ProteusException(
                ErrorCode.BUSY, "too many programs are being published", "try again later");
    }

    private static void commit(boolean stored) {
        if (!stored) {
            throw new LostRace();
        }
    }

    private Optional<ProgramVersion> stored(TransformationProgram program) {
        Optional<ProgramVersion> same =
                store.versions(program.id()).stream()
                        .filter(known -> known.version().equals(program.version()))
                        .findFirst();
        if (same.isPresent() && !same.get().checksum().equals(program.checksum())) {
            throw new ProteusException(
                    ErrorCode.CONFLICT,
                    "version %s of program '%s' was published with another content"
                            .formatted(program.version(), program.id()),
                    "give the document another version");
        }
        return same;
    }

    private Optional<String> currentVersion(String id) {
        return state.current().stream()
                .filter(version -> version.id().equals(id))
                .map(ProgramVersion::version)
                .findFirst();
    }

    private void requireRoom(String id) {
        if (state.current().size() >= most && currentVersion(id).isEmpty()) {
            throw new ProteusException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "%,d programs are published, and no more are taken".formatted(most),
                    "withdraw those that nobody needs");
        }
    }

    private void requirePublished(String id) {
        if (currentVersion(id).isEmpty()) {
            throw notPublished("no program '" + id + "' is published");
        }
    }

    private void take(ProgramStore.State newest, Map<String, TransformationProgram> now) {
        state = newest;
        programs = now;
        forWorkers =
                new PublishedPrograms(
                        newest.edition(),
                        now.values().stream()
                                .filter(program -> program.entryClass().isPresent())
                                .toList());
    }

    private static ProteusException notPublished(String what) {
        return new ProteusException(
                ErrorCode.NOT_FOUND, what, "proteus programs list shows what there is");
    }
}
