package org.proteus.programs.host;

import static org.proteus.programs.host.HostFrames.readText;
import static org.proteus.programs.host.HostFrames.writeText;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.proteus.foundation.model.ContentType;
import org.proteus.programs.Invocation;
import org.proteus.programs.Invocation.Input;

/** An {@link Invocation} as a frame. */
final class InvocationFrame {

    private InvocationFrame() {}

    static void write(DataOutputStream out, Invocation invocation) throws IOException {
        writeText(out, invocation.unit());
        out.writeInt(invocation.inputs().size());
        for (Input input : invocation.inputs()) {
            writeText(out, input.file().toString());
            writeText(out, input.type().toString());
            writeText(out, input.name());
        }
        writeText(out, invocation.target().toString());
        out.writeInt(invocation.parameters().size());
        for (Map.Entry<String, String> parameter : invocation.parameters().entrySet()) {
            writeText(out, parameter.getKey());
            writeText(out, parameter.getValue());
        }
        writeText(out, invocation.output().toString());
        writeText(out, invocation.scratch().toString());
    }

    static Invocation read(DataInputStream in) throws IOException {
        String unit = readText(in);
        List<Input> inputs = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            Path file = Path.of(readText(in));
            inputs.add(new Input(file, ContentType.parse(readText(in)), readText(in)));
        }
        ContentType target = ContentType.parse(readText(in));
        Map<String, String> parameters = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            parameters.put(readText(in), readText(in));
        }
        Path output = Path.of(readText(in));
        return new Invocation(unit, inputs, target, parameters, output, Path.of(readText(in)));
    }
}
