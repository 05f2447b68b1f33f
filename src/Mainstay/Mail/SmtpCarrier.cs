using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Mainstay.Storage;

namespace Mainstay.Mail;

/// <summary>Hands letters to the mail server that was set up. What it answers decides: refused for good, later, sent; or nobody knows, when the connection ended after it was given the text.</summary>
public sealed class SmtpCarrier(Settings settings) : ICarrier
{
    private const int LongestAnswer = 300;
    private const string Said = "The server response was: ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Refusals of us rather than of the letter: who runs the server can mend them.</summary>
    private static readonly int[] OfSignIn = [530, 534, 535, 538];

    public LetterWay Way => LetterWay.Mail;

    public bool IsReady => MailSettings.CanSend(settings);

    public async Task<Fate> Carry(Letter letter, CancellationToken stop)
    {
        using var mail = new OutgoingMail(letter, settings.MailFrom!);
        using var client = Client();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(mail.Message, patience.Token);
            return Fate.Sent;
        }
        catch (SmtpException refused) when (Code(refused) > 0)
        {
            return Refused(Code(refused), Answer(refused));
        }
        catch (Exception broken) when (broken is SmtpException or IOException or SocketException or AuthenticationException or OperationCanceledException or InvalidOperationException)
        {
            return mail.WasHandedOver ? new(LetterState.PerhapsSent, "Mail.WhyBrokeOff") : new(LetterState.Waiting, NotReached(broken));
        }
    }

    private SmtpClient Client()
    {
        var (host, port) = MailSettings.Server(settings.Smtp!)!.Value;
        return new(host, port) { EnableSsl = settings.SmtpSecurity != "none", Credentials = settings.SmtpUser is { } user ? new NetworkCredential(user, settings.SmtpPassword) : null };
    }

    private static Fate Refused(int code, string answer) =>
        code < 500 || OfSignIn.Contains(code) ? new(LetterState.Waiting, "Mail.WhyLater", answer) : new(LetterState.Failed, "Mail.WhyRefused", answer);

    /// <summary>The number of the server's answer; 0 when it gave none.</summary>
    private static int Code(SmtpException refused) => (refused is SmtpFailedRecipientsException { InnerExceptions: [var first, ..] } ? first : refused).StatusCode is > 0 and var code ? (int)code : 0;

    /// <summary>What the server said, short and on one line: it is shown to the owner, and written to no log.</summary>
    private static string Answer(SmtpException refused)
    {
        var told = (refused is SmtpFailedRecipientsException { InnerExceptions: [var first, ..] } ? first : refused).Message;
        var at = told.IndexOf(Said, StringComparison.Ordinal);
        var answer = NewLetter.OneLine(at < 0 ? told : told[(at + Said.Length)..]) ?? "";
        return $"{Code(refused)} {(answer.Length > LongestAnswer ? answer[..LongestAnswer] + "…" : answer)}";
    }

    private static string NotReached(Exception broken)
    {
        for (var cause = broken; cause is not null; cause = cause.InnerException)
            if (cause is AuthenticationException) return "Mail.WhyNotTrusted";
        return broken is SmtpException { InnerException: null } ? "Mail.WhyNoEncryption" : "Mail.WhyNotReached";
    }
}
