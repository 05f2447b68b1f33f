using System.Net;
using System.Text;
using Mainstay.Outside;

namespace Mainstay.Mail;

/// <summary>Tells an address of the web, as ntfy takes it: the text is sent, its title stands in a header. Where the address leads is looked at as for every other.</summary>
public sealed class WebCarrier(OutsideCalls calls) : ICarrier
{
    /// <summary>Answers that mean "not now".</summary>
    private static readonly HttpStatusCode[] Later = [HttpStatusCode.RequestTimeout, HttpStatusCode.TooManyRequests, (HttpStatusCode)425];

    public LetterWay Way => LetterWay.Web;

    public bool IsReady => true;

    public async Task<Fate> Carry(Letter letter, CancellationToken stop)
    {
        if (OutsideAddress.Read(letter.To, out var address) is { } odd) return new(LetterState.Failed, odd.Key);
        try
        {
            using var answer = await calls.Send(Request(letter, address), stop);
            return Told(answer.StatusCode);
        }
        catch (OutsideFailed failed)
        {
            return new(failed.MayHaveArrived ? LetterState.PerhapsSent : failed.Reason.Key == "Outside.Inside" ? LetterState.Failed : LetterState.Waiting, failed.Reason.Key);
        }
    }

    private static Fate Told(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => Fate.Sent,
        >= 500 => new(LetterState.Waiting, "Mail.WhyWebLater", Number(status)),
        _ when Later.Contains(status) => new(LetterState.Waiting, "Mail.WhyWebLater", Number(status)),
        _ => new(LetterState.Failed, "Mail.WhyWebRefused", Number(status)),
    };

    private static string Number(HttpStatusCode status) => ((int)status).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static HttpRequestMessage Request(Letter letter, Uri address)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(letter.Text, Encoding.UTF8, "text/plain") };
        request.Headers.Add("Title", Header(letter.Subject));
        request.Headers.Add("X-Message-ID", letter.MessageId);
        foreach (var line in (letter.Headers ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon) request.Headers.TryAddWithoutValidation(line[..colon], Header(line[(colon + 2)..]));
        return request;
    }

    /// <summary>A header is ASCII; other letters go as RFC 2047 writes them, which ntfy reads.</summary>
    private static string Header(string text) => text.All(char.IsAscii) ? text : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}
