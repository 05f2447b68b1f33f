using System.Globalization;
using System.Net;
using System.Net.Mail;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Mail;

/// <summary>What the one who runs the server set for mail.</summary>
public static class MailSettings
{
    private const int Submission = 587, BeginsEncrypted = 465;

    public static bool CanSend(Settings settings) => settings.Smtp is not null && settings.MailFrom is not null;

    public static Problems Check(Settings settings)
    {
        var problems = new Problems();
        if (settings.Address is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var url) && url is { Scheme: "http" or "https", PathAndQuery: "/", UserInfo: "", Fragment: "" })) problems.Add("address", "Mail.OddPublicAddress", address);
        if (settings.Smtp is null) return problems;
        if (Server(settings.Smtp) is not { } server) return problems.When(true, "smtp", "Mail.NotAServer", settings.Smtp);
        var plain = settings.SmtpSecurity == "none";
        return problems
            .When(server.Port == BeginsEncrypted || settings.SmtpSecurity == "tls", "smtp", "Mail.BeginsEncrypted")
            .When(settings.SmtpSecurity is not (null or "starttls" or "none" or "tls"), "smtpSecurity", "Mail.OddSecurity", settings.SmtpSecurity)
            .When(plain && settings.SmtpPassword is not null && !IsHere(server.Host), "smtpSecurity", "Mail.PasswordInTheClear")
            .When(settings.SmtpUser is null != settings.SmtpPassword is null, "smtpUser", "Mail.UserAndPassword")
            .When(settings.MailFrom is null, "mailFrom", "Mail.FromMissing")
            .When(settings.MailFrom is not null && !NewLetter.IsAddress(settings.MailFrom), "mailFrom", "Mail.FromOdd", settings.MailFrom);
    }

    /// <summary>The server and its door, 587 unless another is named; null when it is none.</summary>
    public static (string Host, int Port)? Server(string text)
    {
        if (!Uri.TryCreate("smtp://" + text.Trim(), UriKind.Absolute, out var url) || url.Host.Length == 0 || url.PathAndQuery is not ("/" or "") || url.UserInfo.Length > 0) return null;
        return (url.Host.Trim('[', ']'), url.IsDefaultPort && !text.TrimEnd().EndsWith(":25", StringComparison.Ordinal) ? Submission : url.Port);
    }

    /// <summary>What Message-IDs end with.</summary>
    internal static string Domain(Settings settings) => settings.MailFrom is { } from && MailAddress.TryCreate(from, out var address) ? new IdnMapping().GetAscii(address.Host) : "mainstay.invalid";

    private static bool IsHere(string host) => host == "localhost" || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
}
