using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Mainstay.Hosting;

/// <summary>The certificate file and what it holds. Who renews it need not stop the server: a changed file is read again within a minute.</summary>
public sealed class Certificate
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);

    private readonly Settings settings;
    private readonly TimeProvider clock;
    private readonly Lock reading = new();
    private volatile Held held;

    public Certificate(Settings settings, TimeProvider clock)
    {
        (this.settings, this.clock) = (settings, clock);
        held = Read();
    }

    /// <summary>Makes Kestrel greet with the certificate as it is at that moment, and with those that lead from it to its authority.</summary>
    public void Secure(ListenOptions listen) => listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = Current }) });

    private SslStreamCertificateContext Current
    {
        get
        {
            if (clock.GetUtcNow() - held.Looked < Look || !reading.TryEnter()) return held.Context;
            try
            {
                return (held = Changed() == held.Changed ? held with { Looked = clock.GetUtcNow() } : Read()).Context;
            }
            catch (CannotBeDone) // half written, or gone: the one in hand goes on until the next look
            {
                return (held = held with { Looked = clock.GetUtcNow() }).Context;
            }
            finally
            {
                reading.Exit();
            }
        }
    }

    private Held Read()
    {
        try
        {
            var changed = Changed();
            var all = IsPem(settings.Certificate!) ? Pem() : X509CertificateLoader.LoadPkcs12CollectionFromFile(settings.Certificate!, settings.CertificatePassword);
            var own = all.FirstOrDefault(c => c.HasPrivateKey) ?? throw new CannotBeDone("Hosting.NoKey", settings.Certificate!);
            all.Remove(own);
            return new(SslStreamCertificateContext.Create(own, all, offline: true), changed, clock.GetUtcNow());
        }
        catch (Exception odd) when (odd is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CannotBeDone("Hosting.NotACertificate", settings.Certificate!);
        }
    }

    private X509Certificate2Collection Pem()
    {
        var (file, key) = (settings.Certificate!, settings.CertificateKey ?? settings.Certificate!);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(file);
        using var bare = settings.CertificatePassword is { } password ? X509Certificate2.CreateFromEncryptedPemFile(file, password, key) : X509Certificate2.CreateFromPemFile(file, key);
        // The key must lie where the system's TLS finds it; a key that lives only with this object does not everywhere.
        var own = X509CertificateLoader.LoadPkcs12(bare.Export(X509ContentType.Pkcs12), null);
        return [own, .. chain.Where(c => c.Thumbprint != own.Thumbprint)];
    }

    private static bool IsPem(string file) => File.ReadLines(file).Take(100).Any(l => l.StartsWith("-----BEGIN", StringComparison.Ordinal));

    private DateTime Changed() => File.GetLastWriteTimeUtc(settings.Certificate!) is var one && settings.CertificateKey is { } key && File.GetLastWriteTimeUtc(key) is var other && other > one ? other : one;

    private sealed record Held(SslStreamCertificateContext Context, DateTime Changed, DateTimeOffset Looked);
}
