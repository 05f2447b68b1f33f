using System.Text;
using System.Text.RegularExpressions;

namespace Mainstay.Tests.Mail;

/// <summary>What somebody reads of a mail that a <see cref="SmtpDesk"/> took over.</summary>
internal static partial class MailText
{
    public static string Plain(string mail) => Part(mail, "text/plain");

    public static string Html(string mail) => Part(mail, "text/html");

    public static string Subject(string mail)
    {
        var subject = mail.Split("\r\n").Single(l => l.StartsWith("Subject:", StringComparison.Ordinal));
        return EncodedWord().Replace(subject, m => m.Groups["how"].Value is "B" or "b" ? Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups["what"].Value)) : Quoted(m.Groups["what"].Value.Replace('_', ' ')));
    }

    private static string Part(string mail, string type)
    {
        var from = mail.IndexOf("\r\n\r\n", mail.IndexOf("Content-Type: " + type, StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal) + 4;
        var end = mail.IndexOf("\r\n--", from, StringComparison.Ordinal);
        while (mail[end..].StartsWith("\r\n-- \r\n", StringComparison.Ordinal) || mail[end..].StartsWith("\r\n--=20", StringComparison.Ordinal)) end = mail.IndexOf("\r\n--", end + 4, StringComparison.Ordinal);
        return Quoted(mail[from..end].Replace("=\r\n", "", StringComparison.Ordinal));
    }

    private static string Quoted(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=' || i + 2 >= text.Length)
            {
                bytes.Add((byte)text[i]);
                continue;
            }
            bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
            i += 2;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"=\?utf-8\?(?<how>[BbQq])\?(?<what>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();
}
