using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Mainstay.Mail;

/// <summary>A letter as a mail: text, and the same as HTML where there is one.</summary>
internal sealed class OutgoingMail : IDisposable
{
    private readonly Watched text;

    public OutgoingMail(Letter letter, string from)
    {
        text = new(letter.Text.ReplaceLineEndings("\r\n"));
        Message = new() { From = new(from, letter.FromName ?? "Mainstay", Encoding.UTF8), Subject = letter.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        Message.To.Add(new MailAddress(letter.To, letter.ToName, Encoding.UTF8));
        if (letter.ReplyTo is { } reply) Message.ReplyToList.Add(new MailAddress(reply, letter.FromName, Encoding.UTF8));
        Message.Headers.Add("Message-ID", letter.MessageId);
        foreach (var line in (letter.Headers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon) Message.Headers.Add(line[..colon], line[(colon + 2)..]);
        Message.AlternateViews.Add(new(text, new ContentType("text/plain; charset=utf-8")) { TransferEncoding = TransferEncoding.QuotedPrintable });
        if (letter.Html is { } html) Message.AlternateViews.Add(new(new MemoryStream(Encoding.UTF8.GetBytes(html.ReplaceLineEndings("\r\n"))), new ContentType("text/html; charset=utf-8")) { TransferEncoding = TransferEncoding.QuotedPrintable });
    }

    public MailMessage Message { get; }

    /// <summary>The mail server has begun to take the text: from here on only its answer says whether it has the letter.</summary>
    public bool WasHandedOver => text.WasRead;

    public void Dispose() => Message.Dispose();

    private sealed class Watched(string text) : MemoryStream(Encoding.UTF8.GetBytes(text))
    {
        public bool WasRead { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Seen(base.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Seen(base.Read(buffer));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        private int Seen(int read)
        {
            WasRead = true;
            return read;
        }
    }
}
