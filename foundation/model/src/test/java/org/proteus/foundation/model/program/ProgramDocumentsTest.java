package org.proteus.foundation.model.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.proteus.foundation.model.ContentType;
import org.proteus.foundation.model.ErrorCode;
import org.proteus.foundation.model.ProteusException;

class ProgramDocumentsTest {

    private static final String DOCUMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gDTSTransformationProgram id="thumbs" version="1.2" xmlns:p="urn:proteus:program:1">
              <p:Description>Makes small pictures.</p:Description>
              <Transformer>
                <Software>
                  <Package><PKGID>imagemagick</PKGID><Location>apt:imagemagick</Location></Package>
                </Software>
                <Class>org.example.Thumbs</Class>
                <GlobalProgramParameters>
                  <Parameter name="quality" value="80" isOptional="true"/>
                </GlobalProgramParameters>
              </Transformer>
              <TransformationUnits>
                <TransformationUnit id="png" p:loss="lossless" p:keeps="width height">
                  <Sources>
                    <Source>
                      <Input id="TRInput0"/>
                      <ContentType><Mimetype>IMAGE/*</Mimetype></ContentType>
                    </Source>
                  </Sources>
                  <ProgramParameters><Parameter name="page" value="-"/></ProgramParameters>
                  <Target>
                    <Output id="TROutput"/>
                    <ContentType>
                      <Mimetype>image/png</Mimetype>
                      <Parameters>
                        <Parameter name="width" value="*" isOptional="true"/>
                      </Parameters>
                    </ContentType>
                  </Target>
                  <p:Limits maxInput="64MB" maxOutput="1GB" maxExpansion="20.5"
                      maxTime="2m" idleTime="30s" maxMemory="512MB"/>
                </TransformationUnit>
                <TransformationUnit id="twice" isComposite="true">
                  <Sources>
                    <Source>
                      <Input id="TRInput0"/>
                      <ContentType><Mimetype>image/tiff</Mimetype></ContentType>
                    </Source>
                  </Sources>
                  <Target>
                    <Output id="TROutput"/>
                    <ContentType><Mimetype>image/png</Mimetype></ContentType>
                  </Target>
                  <Composition>
                    <ExtTransformationUnit tpid="thumbs" tuid="png">
                      <TargetInput targetID="TRInput0" thisID="TRInput0"/>
                      <TargetOutput targetID="TROutput" thisID="middle"/>
                      <UnboundParameters><Parameter name="page" value="1"/></UnboundParameters>
                    </ExtTransformationUnit>
                    <ExtTransformationUnit tpid="other" tuid="shrink">
                      <TargetInput targetID="TRInput0" thisID="middle"/>
                      <TargetOutput targetID="TROutput" thisID="TROutput"/>
                    </ExtTransformationUnit>
                  </Composition>
                </TransformationUnit>
              </TransformationUnits>
            </gDTSTransformationProgram>
            """;

    @Test
    void everyElementArrivesInTheProgram() throws Exception {
        TransformationProgram program = read(DOCUMENT);

        assertThat(program.id()).isEqualTo("thumbs");
        assertThat(program.version()).isEqualTo("1.2");
        assertThat(program.description()).isEqualTo("Makes small pictures.");
        assertThat(program.entryClass()).contains("org.example.Thumbs");
        assertThat(program.packages())
                .containsExactly(new SoftwarePackage("imagemagick", "apt:imagemagick"));
        assertThat(program.parameters()).containsExactly(new Parameter("quality", "80", true));
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(DOCUMENT.getBytes(StandardCharsets.UTF_8));
        assertThat(program.checksum()).isEqualTo(HexFormat.of().formatHex(digest));

        TransformationUnit png = program.unit("png").orElseThrow();
        assertThat(png.sources())
                .containsExactly(new TypePattern(ContentType.of("image", "*"), List.of()));
        assertThat(png.target())
                .isEqualTo(
                        new TypePattern(
                                ContentType.of("image", "png"),
                                List.of(new Parameter("width", "*", true))));
        assertThat(png.parameters()).containsExactly(new Parameter("page", "-", false));
        assertThat(png.loss()).isEqualTo(LossClass.LOSSLESS);
        assertThat(png.kept()).containsExactly("width", "height");
        assertThat(png.limits())
                .isEqualTo(new UnitLimits(64L << 20, 1L << 30, 20.5, 120, 30, 512L << 20));

        TransformationUnit twice = program.unit("twice").orElseThrow();
        assertThat(twice.loss()).isEqualTo(LossClass.LOSSY);
        assertThat(twice.limits()).isEqualTo(UnitLimits.NONE);
        assertThat(twice.composition())
                .containsExactly(
                        new UnitStep(
                                UnitId.parse("thumbs/png"),
                                List.of(new Parameter("page", "1", false))),
                        new UnitStep(UnitId.parse("other/shrink"), List.of()));
    }

    /** One change each to a good document, and the place and the words of the refusal. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    id="png"                 | id="a/b"             | 14 | a/b
                    id="twice"               | id="png"             | 34 | unit id 'png' is given twice
                    isComposite="true"       | isComposite="false"  | 34 | isComposite is not true
                    id="png" p:loss          | id="png" isComposite="1" p:loss | 14 | has no steps
                    <Class>org.example.Thumbs</Class> | ``          | 14 | has no Class
                    p:loss="lossless"        | p:loss="none"        | 14 | none
                    maxInput="64MB"          | maxInput="64"        | 32 | 64
                    maxTime="2m"             | maxTime="200ms"      | 32 | 200ms
                    maxExpansion="20.5"      | maxExpansion="-1"    | 32 | -1
                    maxMemory="512MB"        | maxMemory="999999999999TB" | 32 | too large
                    <Mimetype>image/tiff     | <Mimetype>tiff       | 38 | '/' is missing
                    <Mimetype>image/png</Mimetype></ | <Mimetype>image/*</Mimetype></ | 43 | one media type
                    thisID="middle"/>        | thisID="other"/>     | 51 | middle
                    <p:Limits                | <Limits              | 32 | Limits
                    version="1.2"            | ``                   |  2 | version
                    tuid="shrink"            | ``                   | 51 | tuid
                    Input id="TRInput0"      | Input id="in"        | 17 | TRInput0
                    </Sources>               | </Source>            | 20 | Sources
                    <Software>               | <Software>&nothing;  |  5 | nothing
                    """)
    void aBrokenDocumentIsRefusedWithItsPlace(String good, String bad, int line, String reason) {
        assertThat(DOCUMENT).contains(good);
        String broken = DOCUMENT.replaceFirst(quote(good), bad == null ? "" : bad);

        assertThatThrownBy(() -> read(broken))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_PROGRAM);
                            assertThat(e.problem().message())
                                    .startsWith("program document 'test.xml', line " + line + ", ")
                                    .contains(reason)
                                    .doesNotContain("cvc-");
                        });
    }

    @Test
    void aDocumentWithADocumentTypeIsRefused() {
        String entity =
                """
                <!DOCTYPE gDTSTransformationProgram [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <gDTSTransformationProgram id="a" version="1">&x;</gDTSTransformationProgram>
                """;
        assertRefused(entity.getBytes(StandardCharsets.UTF_8), "DOCTYPE");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l%d \"&l%d;&l%d;\">".formatted(i, i - 1, i - 1));
        }
        laughs.append("]><a>&l29;</a>");
        assertRefused(laughs.toString().getBytes(StandardCharsets.UTF_8), "DOCTYPE");
    }

    @Test
    void nothingOutsideTheDocumentIsRead(@TempDir Path folder) throws Exception {
        Path schema = folder.resolve("any.xsd");
        Files.writeString(schema, "<broken");
        String hinted =
                DOCUMENT.replace(
                        "version=\"1.2\"",
                        "version=\"1.2\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                + " xsi:noNamespaceSchemaLocation=\""
                                + schema.toUri()
                                + "\"");
        assertThat(read(hinted).id()).isEqualTo("thumbs");
    }

    @Test
    void hostileSizesAndDepthsAreRefused() {
        assertRefused(new byte[ProgramDocuments.LONGEST + 1], "larger than 1MB");
        assertRefused("<a>".repeat(300_000).getBytes(StandardCharsets.UTF_8), "line 1");
        String attributes =
                "<gDTSTransformationProgram "
                        + "a='1' ".repeat(100_000)
                        + "></gDTSTransformationProgram>";
        assertRefused(attributes.getBytes(StandardCharsets.UTF_8), "line 1");
    }

    @ParameterizedTest
    @CsvSource({"UTF-16,UTF-16", "ISO-8859-1,ISO-8859-1", "UTF-8,UTF-8"})
    void theEncodingOfTheDocumentIsUsed(String declared, String written) {
        byte[] bytes =
                DOCUMENT.replace("encoding=\"UTF-8\"", "encoding=\"" + declared + "\"")
                        .replace("small", "schön")
                        .getBytes(Charset.forName(written));
        assertThat(ProgramDocuments.parse(bytes, "test.xml").description()).contains("schön");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,ISO-8859-1",
        "no-such,UTF-8",
        "UTF-16,UTF-8",
        "UTF-8,UTF-32",
        "US-ASCII,UTF-8"
    })
    void aWrongEncodingIsRefused(String declared, String written) {
        byte[] bytes =
                DOCUMENT.replace("encoding=\"UTF-8\"", "encoding=\"" + declared + "\"")
                        .replace("small", "schön")
                        .getBytes(Charset.forName(written));
        assertRefused(bytes, "program document 'test.xml'");
    }

    @Test
    void emptyAndForeignContentIsRefused() {
        assertRefused(new byte[0], "line 1");
        assertRefused(new byte[] {0, 1, 2, 3}, "program document");
        assertRefused("<other/>".getBytes(StandardCharsets.UTF_8), "other");
    }

    @Test
    void aFileThatCannotBeReadIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> ProgramDocuments.read(folder.resolve("none.xml")))
                .isInstanceOf(ProteusException.class)
                .hasMessageContaining("none.xml")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void aFileIsReadUnderItsName(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("good.xml"), DOCUMENT);
        assertThat(ProgramDocuments.read(file)).isEqualTo(read(DOCUMENT));
        assertThat(ProgramDocuments.read(file.toUri().toURL())).isEqualTo(read(DOCUMENT));
    }

    @Test
    void theExampleOfTheGuideIsADocument() throws Exception {
        String guide = Files.readString(Path.of("../../docs/program-documents.md"));
        int start = guide.indexOf("<?xml");
        String example = guide.substring(start, guide.indexOf("```", start));
        TransformationProgram program = read(example);
        assertThat(program.units())
                .extracting(TransformationUnit::id)
                .containsExactly("image-to-png", "pdf-to-thumbnail");
        assertThat(ProgramDocuments.print(program)).contains("maxInput=\"256MB\"");
    }

    @Test
    void theUnitWithSeveralSourcesOfTheGuideIsOne() throws Exception {
        String guide = Files.readString(Path.of("../../docs/program-documents.md"));
        int start = guide.indexOf("```xml\n<TransformationUnit ") + "```xml\n".length();
        String unit = guide.substring(start, guide.indexOf("```", start));
        int document = guide.indexOf("<?xml");
        String example = guide.substring(document, guide.indexOf("```", document));
        TransformationProgram program =
                read(example.replace("</TransformationUnits>", unit + "</TransformationUnits>"));

        assertThat(program.units().getLast().sources())
                .extracting(source -> source.mediaType().mediaType())
                .containsExactly("image/png", "image/*");
        assertThat(read(ProgramDocuments.print(program)).units()).isEqualTo(program.units());
    }

    private static void assertRefused(byte[] document, String reason) {
        assertThatThrownBy(() -> ProgramDocuments.parse(document, "test.xml"))
                .isInstanceOfSatisfying(
                        ProteusException.class,
                        e -> {
                            assertThat(e.problem().code()).isEqualTo(ErrorCode.BAD_PROGRAM);
                            assertThat(e.problem().message()).contains(reason);
                        });
    }

    private static TransformationProgram read(String document) {
        return ProgramDocuments.parse(document.getBytes(StandardCharsets.UTF_8), "test.xml");
    }

    private static String quote(String text) {
        return java.util.regex.Pattern.quote(text);
    }
}
