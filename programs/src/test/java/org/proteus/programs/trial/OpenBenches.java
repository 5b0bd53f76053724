package org.proteus.programs.trial;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.proteus.programs.Program;
import org.proteus.programs.ProgramBench;

/** One bench for each program, closed together. */
final class OpenBenches implements AutoCloseable {

    private final Path folder;
    private final Map<String, ProgramBench> benches = new HashMap<>();

    OpenBenches(Path folder) {
        this.folder = folder;
    }

    ProgramBench of(Program program) {
        String name = program.getClass().getSimpleName();
        return benches.computeIfAbsent(name, _ -> new ProgramBench(program, folder.resolve(name)));
    }

    @Override
    public void close() {
        benches.values().forEach(ProgramBench::close);
    }
}
