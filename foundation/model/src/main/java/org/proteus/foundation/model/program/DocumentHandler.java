package org.proteus.foundation.model.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** Collects the nodes of one document; stops at the first error, so what is open stays shallow. */
final class DocumentHandler extends DefaultHandler {

    private final Deque<DocumentNode> open = new ArrayDeque<>();
    private Locator locator;
    private DocumentNode root;

    DocumentNode root() {
        return root;
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            values.put(attributes.getLocalName(i), attributes.getValue(i));
        }
        DocumentNode node =
                new DocumentNode(
                        name,
                        locator.getLineNumber(),
                        locator.getColumnNumber(),
                        values,
                        new ArrayList<>(),
                        new StringBuilder());
        if (open.isEmpty()) {
            root = node;
        } else {
            open.peek().children().add(node);
        }
        open.push(node);
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        open.pop();
    }

    @Override
    public void characters(char[] text, int start, int length) {
        open.peek().text().append(text, start, length);
    }

    @Override
    public InputSource resolveEntity(String publicId, String systemId) throws SAXException {
        throw new SAXParseException("refers to something outside the document", locator);
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
        throw e;
    }
}
