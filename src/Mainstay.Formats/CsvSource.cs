using System.Text;
using System.Text.Unicode;

namespace Mainstay.Formats;

/// <summary>
/// Looks at the beginning of a table and decides how to read it: encoding (byte order mark, UTF-16, strict UTF-8, else a
/// guessed code page), <c>sep=</c> line, delimiter.
/// </summary>
internal sealed class CsvSource
{
    private const int SampleSize = 1 << 20;
    private const int DelimiterSample = 1 << 16;

    private readonly BoundedStream _bytes;

    private CsvSource(BoundedStream bytes, Encoding encoding, TextReader text)
    {
        _bytes = bytes;
        Encoding = encoding;
        Text = text;
    }

    public Encoding Encoding { get; }

    /// <summary>The text from its first line, a <c>sep=</c> line left out.</summary>
    public TextReader Text { get; }

    public char Delimiter { get; private init; } = ',';

    public int SkippedLines { get; private init; }

    /// <summary>The text ends where the limit is, and there is more of it.</summary>
    public bool IsCut => _bytes.IsCut;

    public FormatFault? Refusal { get; private init; }

    public static CsvSource Open(Stream stream, long most)
    {
        var bytes = new BoundedStream(stream, most);
        var head = new byte[SampleSize];
        var length = bytes.ReadAtLeast(head, SampleSize, throwOnEndOfStream: false);
        var sample = head.AsSpan(0, length);
        if (length == 0) return Refuse(bytes, FormatFault.EmptyFile);
        var (wide, mark) = Utf8Feed.Detect(sample);
        if (wide is null && sample.Contains((byte)0)) return Refuse(bytes, FormatFault.BinaryFile);
        var encoding = wide ?? (IsUtf8(sample) ? Lenient : Charsets.Guess(sample));
        var rest = new ChainedStream(head, mark, length, bytes);
        var text = encoding.GetString(sample[mark..Math.Min(length, DelimiterSample)]);
        var reader = new StreamReader(rest, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.Length < 5 || !IsDelimiter(text[4]))
            return new(bytes, encoding, reader) { Delimiter = CsvDelimiter.Find(text) };
        reader.ReadLine();
        return new(bytes, encoding, reader) { Delimiter = text[4], SkippedLines = 1 };
    }

    private static CsvSource Refuse(BoundedStream bytes, FormatFault fault) => new(bytes, Encoding.UTF8, TextReader.Null) { Refusal = fault };

    private static bool IsDelimiter(char letter) => letter == '\t' || (char.IsAscii(letter) && (char.IsPunctuation(letter) || char.IsSymbol(letter)) && letter != '"');

    // The sample may end inside a letter.
    private static bool IsUtf8(ReadOnlySpan<byte> sample)
    {
        for (var cut = 0; cut < 4 && cut <= sample.Length; cut++)
            if (Utf8.IsValid(sample[..^cut])) return cut == 0 || sample.Length == SampleSize;
        return false;
    }

    // A byte that is not UTF-8 after all, beyond the sample, is read as Windows-1252.
    private static Encoding Lenient { get; } = Encoding.GetEncoding(65001, EncoderFallback.ReplacementFallback, new WesternFallback());

    private sealed class WesternFallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string _text = "";
            private int _next;

            public override int Remaining => _text.Length - _next;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                _text = Charsets.Western.GetString(bytesUnknown);
                _next = 0;
                return _text.Length > 0;
            }

            public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

            public override bool MovePrevious() => _next > 0 && _next-- > 0;
        }
    }
}
