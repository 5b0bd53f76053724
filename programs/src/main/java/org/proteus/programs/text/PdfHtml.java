package org.proteus.programs.text;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.proteus.programs.ProgressListener;

/** The text of a PDF as HTML: a section for each page, a paragraph for each paragraph. */
final class PdfHtml extends PdfText {

    PdfHtml(ProgressListener progress) throws IOException {
        super(progress);
        setPageStart("<section>\n");
        setPageEnd("</section>\n");
        setParagraphStart("<p>");
        setParagraphEnd("</p>\n");
        setArticleStart("");
        setArticleEnd("");
    }

    @Override
    protected void startDocument(PDDocument pdf) throws IOException {
        String title =
                Optional.ofNullable(pdf.getDocumentInformation().getTitle())
                        .filter(Predicate.not(String::isBlank))
                        .orElse("Document");
        output.write("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"UTF-8\">\n<title>");
        output.write(encoded(title.strip()));
        output.write("</title>\n</head>\n<body>\n");
    }

    @Override
    protected void endDocument(PDDocument pdf) throws IOException {
        output.write("</body>\n</html>\n");
    }

    @Override
    String encoded(String text) {
        StringBuilder html = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '<' -> html.append("&lt;");
                        case '>' -> html.append("&gt;");
                        case '&' -> html.append("&amp;");
                        case '"' -> html.append("&quot;");
                        default -> html.appendCodePoint(Character.isISOControl(c) ? ' ' : c);
                    }
                });
        return html.toString();
    }
}
