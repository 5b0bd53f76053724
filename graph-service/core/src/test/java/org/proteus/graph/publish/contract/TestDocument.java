package org.proteus.graph.publish.contract;

import java.nio.charset.StandardCharsets;
import org.proteus.foundation.model.Bytes;
import org.proteus.foundation.model.program.ProgramDocuments;
import org.proteus.foundation.model.program.TransformationProgram;
import org.proteus.graph.publish.ProgramStore;

/** Small program documents for tests. */
public final class TestDocument {

    private TestDocument() {}

    /** Returns a document with one unit {@code u}. */
    public static Bytes of(String id, String version, String source, String target) {
        return bytes(
                """
                <gDTSTransformationProgram id="%s" version="%s">
                  <Transformer><Class>org.example.Runs</Class></Transformer>
                  <TransformationUnits>
                    <TransformationUnit id="u">
                      <Sources><Source><Input id="TRInput0"/>
                        <ContentType><Mimetype>%s</Mimetype></ContentType></Source></Sources>
                      <Target><Output id="TROutput"/>
                        <ContentType><Mimetype>%s</Mimetype></ContentType></Target>
                    </TransformationUnit>
                  </TransformationUnits>
                </gDTSTransformationProgram>
                """
                        .formatted(id, version, source, target));
    }

    /** Returns a document with a composite {@code c} of one unit ({@code program/unit}). */
    public static Bytes composite(String id, String version, String types, String unit) {
        String[] ends = types.split(" ", -1);
        String[] step = unit.split("/", -1);
        return bytes(
                """
                <gDTSTransformationProgram id="%s" version="%s">
                  <Transformer/>
                  <TransformationUnits>
                    <TransformationUnit id="c" isComposite="true">
                      <Sources><Source><Input id="TRInput0"/>
                        <ContentType><Mimetype>%s</Mimetype></ContentType></Source></Sources>
                      <Target><Output id="TROutput"/>
                        <ContentType><Mimetype>%s</Mimetype></ContentType></Target>
                      <Composition>
                        <ExtTransformationUnit tpid="%s" tuid="%s"/>
                      </Composition>
                    </TransformationUnit>
                  </TransformationUnits>
                </gDTSTransformationProgram>
                """
                        .formatted(id, version, ends[0], ends[1], step[0], step[1]));
    }

    /** Returns a document as it is handed to a store. */
    public static ProgramStore.NewVersion version(Bytes document) {
        TransformationProgram program = ProgramDocuments.parse(document.array(), "test.xml");
        return new ProgramStore.NewVersion(
                program.id(), program.version(), program.checksum(), document);
    }

    private static Bytes bytes(String document) {
        return Bytes.of(document.getBytes(StandardCharsets.UTF_8));
    }
}
