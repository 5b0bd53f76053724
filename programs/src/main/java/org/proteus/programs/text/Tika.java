package org.proteus.programs.text;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.transform.TransformerConfigurationException;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;
import org.proteus.foundation.model.ContentType;
import org.proteus.programs.Availability;
import org.proteus.programs.HostedProgram;
import org.proteus.programs.Invocation;
import org.proteus.programs.ProgressListener;
import org.proteus.programs.option.Options;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tika: the text of nearly anything, that of embedded objects included. It starts no outside
 * program and recognises no text in pictures.
 */
public final class Tika implements HostedProgram {

    /** A thick book has two million characters. */
    private static final int DEFAULT_LIMIT = 200_000_000;

    /** Archives inside archives; a mail with an archive of mails needs four. */
    private static final int DEEPEST = 10;

    /** Of such an object only the container is known; Tika knows more kinds of content. */
    private static final String KIND_OF_CONTAINER = "x-tika-";

    private AutoDetectParser parser;

    @Override
    public Availability availability() {
        return Availability.runnable(org.apache.tika.Tika.getString());
    }

    @Override
    public void transform(Invocation invocation, ProgressListener progress) throws Exception {
        int limit = Options.of(invocation).integer("limit", 1, 900_000_000).orElse(DEFAULT_LIMIT);
        try (TikaInputStream input = TikaInputStream.get(invocation.input().file());
                TextOutput output = new TextOutput(invocation.output(), limit)) {
            ContentType type = invocation.input().type();
            Metadata metadata = metadata(type, parser());
            parse(input, handler(invocation.target(), output), metadata);
            output.requireText(
                    isUnread(metadata)
                            ? "Tika cannot look into " + type.mediaType()
                            : "ask for another type; the text of a picture is not recognised");
        }
    }

    private static ContentHandler handler(ContentType target, TextOutput output)
            throws TransformerConfigurationException {
        return target.subtype().equals("html")
                ? HtmlOutput.to(output)
                : new BodyContentHandler(output);
    }

    private void parse(TikaInputStream input, ContentHandler output, Metadata metadata)
            throws Exception {
        ParseContext context = new ParseContext();
        context.set(Parser.class, parser());
        try {
            parser().parse(input, output, metadata, context);
        } catch (EncryptedDocumentException e) {
            throw TikaFailure.encrypted(e);
        } catch (SAXException | TikaException | RuntimeException e) {
            throw TikaFailure.of(e);
        }
    }

    /** The type found on the bytes decides how they are parsed, if Tika has a parser for it. */
    private static Metadata metadata(ContentType type, AutoDetectParser parser) {
        Metadata metadata = new Metadata();
        if (!type.subtype().startsWith(KIND_OF_CONTAINER)
                && parser.getParsers().containsKey(MediaType.parse(type.mediaType()))) {
            metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, type.mediaType());
        }
        return metadata;
    }

    private static boolean isUnread(Metadata metadata) {
        return List.of(metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY))
                .contains(EmptyParser.class.getName());
    }

    /** Loading the parsers takes half a second; a warm host pays once. */
    private AutoDetectParser parser() throws IOException, SAXException, TikaException {
        if (parser == null) {
            try (InputStream config = Tika.class.getResourceAsStream("tika-config.xml")) {
                AutoDetectParser loaded = new AutoDetectParser(new TikaConfig(config));
                loaded.getAutoDetectParserConfig().setMaximumPackageEntryDepth(DEEPEST);
                parser = loaded;
            }
        }
        return parser;
    }
}
