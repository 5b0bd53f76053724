package org.proteus.programs.text;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;
import org.xml.sax.ContentHandler;

/** Writes what a parser tells of a document as HTML. */
final class HtmlOutput {

    private HtmlOutput() {}

    static ContentHandler to(Writer output) throws TransformerConfigurationException {
        TransformerHandler html =
                ((SAXTransformerFactory) SAXTransformerFactory.newDefaultInstance())
                        .newTransformerHandler();
        html.getTransformer().setOutputProperty(OutputKeys.METHOD, "html");
        html.getTransformer().setOutputProperty(OutputKeys.ENCODING, StandardCharsets.UTF_8.name());
        html.setResult(new StreamResult(output));
        return html;
    }
}
