package org.proteus.foundation.model.program;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Turns the bytes of a program document into nodes, in one pass that checks it against {@code
 * program.xsd}. There is no document type and no entity of the document's own, so nothing outside
 * is ever read and nothing expands.
 */
final class DocumentParser {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    private DocumentParser() {}

    /** With the schema, compiled when the first document is checked. */
    private static final class Checking {
        private static final SAXParserFactory FACTORY = checking();
    }

    /**
     * Returns the root node.
     *
     * @throws SAXParseException at the first thing that is wrong
     * @throws IOException if the bytes are not text of the document's encoding
     */
    static DocumentNode parse(byte[] document) throws SAXException, IOException {
        return parse(document, Checking.FACTORY);
    }

    /** Like {@link #parse} for a document that is known to be valid: nothing is checked. */
    static DocumentNode parseValid(byte[] document) throws SAXException, IOException {
        return parse(document, factory());
    }

    private static DocumentNode parse(byte[] document, SAXParserFactory factory)
            throws SAXException, IOException {
        DocumentHandler handler = new DocumentHandler();
        newParser(factory).parse(new InputSource(new ByteArrayInputStream(document)), handler);
        return handler.root();
    }

    private static SAXParser newParser(SAXParserFactory factory) throws SAXException {
        try {
            synchronized (factory) {
                return factory.newSAXParser();
            }
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's XML parser lacks a feature", e);
        }
    }

    private static SAXParserFactory factory() {
        try {
            SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            return factory;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's XML parser lacks a feature", e);
        }
    }

    private static SAXParserFactory checking() {
        try {
            SAXParserFactory factory = factory();
            factory.setSchema(schema());
            return factory;
        } catch (SAXException e) {
            throw new IllegalStateException("the schema of program documents is broken", e);
        }
    }

    private static Schema schema() throws SAXException {
        SchemaFactory schemas = SchemaFactory.newDefaultInstance();
        schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return schemas.newSchema(
                new Source[] {resource("program-extensions.xsd"), resource("program.xsd")});
    }

    private static Source resource(String name) {
        URL url = DocumentParser.class.getResource(name);
        try {
            return new StreamSource(url.openStream(), name);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + name, e);
        }
    }
}
