using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Mainstay.Tests.Mail;

/// <summary>A small mail server on this machine that speaks SMTP with STARTTLS, keeps what it is given, and does what the test tells it: refuse, put off, hang up.</summary>
public sealed class SmtpDesk : IDisposable
{
    private static readonly X509Certificate2 Trusted = Make(), Foreign = Make();

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    static SmtpDesk()
    {
#pragma warning disable SYSLIB0014 // the only place where System.Net.Mail can be told to trust the certificate that this test made
        ServicePointManager.ServerCertificateValidationCallback = (_, shown, _, errors) => errors == SslPolicyErrors.None || shown?.GetCertHashString() == Trusted.GetCertHashString();
#pragma warning restore SYSLIB0014
    }

    public SmtpDesk()
    {
        listener.Start();
        _ = Serve();
    }

    public string Address => $"localhost:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public bool OffersTls { get; init; } = true;

    /// <summary>It shows a certificate that nobody trusts.</summary>
    public bool IsForeign { get; init; }

    /// <summary>What is answered to a command, by its first word; as servers usually do when it is not in here. Nothing: hang up. "DATA." is the end of the text.</summary>
    public Dictionary<string, string?> Answers { get; } = [];

    /// <summary>Every mail that was taken over, as it stood on the wire.</summary>
    public List<string> Mails { get; } = [];

    public List<string> Heard { get; } = [];

    /// <summary>Called when the whole text is there, before it is answered.</summary>
    public Action? OnText { get; set; }

    public void Dispose() => listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true) _ = Hear(await listener.AcceptTcpClientAsync());
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Hear(TcpClient caller)
    {
        try
        {
            using var client = caller;
            await Talk(caller.GetStream());
        }
        catch (Exception gone) when (gone is IOException or System.Security.Authentication.AuthenticationException)
        {
            // The other side hung up, or did not trust us.
        }
    }

    private async Task Talk(Stream wire)
    {
        var (secure, line) = (false, (string?)"GREETING");
        for (; line is not null; line = await Line(wire))
        {
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            lock (Heard) Heard.Add(line);
            if (word == "DATA" && !Answers.ContainsKey("DATA"))
            {
                await Say(wire, "354 Go on");
                var text = await Text(wire);
                OnText?.Invoke();
                word = "DATA.";
                if (Answers.GetValueOrDefault(word) is null or ['2', ..]) lock (Mails) Mails.Add(text);
            }
            if (Answers.TryGetValue(word, out var told) && told is null) return;
            await Say(wire, told ?? Usual(word, secure));
            if (word == "QUIT") return;
            if (word != "STARTTLS" || secure || !OffersTls) continue;
            var tls = new SslStream(wire);
            await tls.AuthenticateAsServerAsync(IsForeign ? Foreign : Trusted);
            (wire, secure) = (tls, true);
        }
    }

    private string Usual(string word, bool secure) => word switch
    {
        "GREETING" => "220 desk.example ready",
        "EHLO" => "250-desk.example\r\n" + (OffersTls && !secure ? "250-STARTTLS\r\n" : "") + "250 AUTH LOGIN PLAIN",
        "STARTTLS" => OffersTls ? "220 Go on" : "502 No",
        "AUTH" => "235 Come in",
        "QUIT" => "221 Bye",
        _ => "250 Fine",
    };

    private static async Task<string> Text(Stream wire)
    {
        var text = new StringBuilder();
        while (await Line(wire) is { } line && line != ".") text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return text.ToString();
    }

    private static async Task<string?> Line(Stream wire)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await wire.ReadAsync(one) > 0)
        {
            if (one[0] == '\n') return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
        return null;
    }

    private static async Task Say(Stream wire, string answer) => await wire.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"));

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2050, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
