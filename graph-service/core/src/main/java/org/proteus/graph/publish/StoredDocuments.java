package org.proteus.graph.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.Problem;
import org.proteus.foundation.model.ProteusException;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;

/** Reads the current programs of a store. Thread-safe. */
final class StoredDocuments {

    private final ProgramStore store;

    StoredDocuments(ProgramStore store) {
        this.store = store;
    }

    /**
     * Reads what is new; what is as before is not read again.
     *
     * @param known programs that were read before, by id
     * @param problems hears of documents that cannot be used; they are left out
     */
    Map<String, TransformationProgram> read(
            ProgramStore.State newest,
            Map<String, TransformationProgram> known,
            List<Problem> problems) {
        Map<String, TransformationProgram> read = new LinkedHashMap<>();
        for (ProgramVersion version : newest.current()) {
            TransformationProgram before = known.get(version.id());
            try {
                read.put(
                        version.id(),
                        before != null && before.checksum().equals(version.checksum())
                                ? before
                                : read(version));
            } catch (ProteusException unusable) {
                problems.add(unusable.problem());
            }
        }
        return read;
    }

    private TransformationProgram read(ProgramVersion version) {
        String name = version.id() + " " + version.version();
        TransformationProgram program =
                store.document(version.id(), version.version())
                        .map(bytes -> ProgramDocuments.parse(bytes.array(), name))
                        .orElseThrow(() -> damaged(name));
        if (!program.checksum().equals(version.checksum())) {
            throw damaged(name);
        }
        return program;
    }

    private static ProteusException damaged(String name) {
        return new ProteusException(
                ErrorCode.BAD_PROGRAM,
                "the stored document " + name + " is damaged",
                "publish it again under another version, or withdraw it");
    }
}
