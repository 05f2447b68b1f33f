using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.AspNetCore.Http.Features;

namespace Mainstay.Api;

/// <summary>A request at the API's door, and what its operation may ask of it.</summary>
public sealed class ApiCall(HttpContext http, Operation operation)
{
    private Store? store;
    private Visit? visit;
    private byte[]? sent;

    public HttpContext Http => http;

    public Operation Operation => operation;

    public IServiceProvider Services => http.RequestServices;

    public Store Store => store ??= Services.GetRequiredService<Store>();

    public Visit Visit => visit ??= Services.GetRequiredService<Visit>();

    public DateOnly Today => Visit.Today;

    public TimeProvider Clock => Visit.Clock;

    public CancellationToken Stop => http.RequestAborted;

    /// <summary>What is answered is kept nowhere: sent again with the same key, the request is done once all the same, and answered without it.</summary>
    public bool IsConfidential { get; set; }

    /// <summary>An id in the path. The route has looked at its form.</summary>
    public Guid Id(string name = "id") => Guid.Parse((string)http.Request.RouteValues[name]!, CultureInfo.InvariantCulture);

    /// <summary>A word in the path.</summary>
    public string Part(string name) => (string)http.Request.RouteValues[name]!;

    /// <summary>A value of the query; null when it is not there or empty.</summary>
    public string? Asked(string name) => http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>Everything the query holds, in its order.</summary>
    public IEnumerable<KeyValuePair<string, string?>> AllAsked => http.Request.Query.SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));

    /// <summary>How many rows at most.</summary>
    public int Limit => Number("limit", 1, Paging.Most) ?? Paging.Usual;

    public int? Number(string name, int least, int most)
    {
        if (Asked(name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : throw Wrong(name, "Api.NotInRange", least, most);
    }

    public DateOnly? Day(string name)
    {
        if (Asked(name) is not { } text) return null;
        return WrittenDay.TryRead(text, out var day) ? day : throw Wrong(name, "Api.NotADay");
    }

    public bool? YesOrNo(string name) => Asked(name) switch { null => null, "true" => true, "false" => false, _ => throw Wrong(name, "Api.NotYesOrNo") };

    /// <summary>One of the names of an enumeration, camelCase.</summary>
    public T? OneOf<T>(string name) where T : struct, Enum
    {
        if (Asked(name) is not { } text) return null;
        var names = Names<T>();
        return Array.IndexOf(names, text) is var at and >= 0 ? Enum.GetValues<T>()[at] : throw Wrong(name, "Api.NotOneOf", string.Join(", ", names));
    }

    public static string[] Names<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    /// <summary>What was worked out before under this name, as long as nothing was written since.</summary>
    /// <param name="name">All on which the answer depends, but for the rows.</param>
    /// <param name="work">Works it out.</param>
    public async Task<ApiAnswer> AsBefore(object name, Func<Task<object>> work) => new(StatusCodes.Status200OK, await Services.GetRequiredService<ReadBefore>().Answer(this, name, work));

    /// <summary>What was sent, as a value of ours.</summary>
    public async Task<T> Body<T>() => ApiJson.Read<T>(await Json());

    public async Task<JsonElement> Json() => ApiJson.Parse(await Sent());

    /// <summary>What was sent, byte by byte.</summary>
    public async Task<byte[]> Sent()
    {
        if (sent is not null) return sent;
        using var memory = new MemoryStream();
        var piece = new byte[16 * 1024];
        for (int read; (read = await http.Request.Body.ReadAsync(piece, Stop)) > 0;)
        {
            memory.Write(piece, 0, read);
            if (memory.Length > operation.Body?.MostBytes) throw TooLarge();
        }
        return sent = memory.ToArray();
    }

    /// <summary>Writes what was sent to a stream, so that however large it is little of it is ever in memory.</summary>
    public async Task SentTo(Stream output)
    {
        var (piece, taken) = (new byte[64 * 1024], 0L);
        for (int read; (read = await http.Request.Body.ReadAsync(piece, Stop)) > 0;)
        {
            if ((taken += read) > operation.Body?.MostBytes) throw TooLarge();
            await output.WriteAsync(piece.AsMemory(0, read), Stop);
        }
    }

    /// <summary>Adds all that was sent to a fingerprint. It can be read again afterwards.</summary>
    internal async Task AddSent(IncrementalHash hash)
    {
        if (operation.Body is not { IsLarge: true })
        {
            hash.AppendData(await Sent());
            return;
        }
        http.Request.EnableBuffering(); // on the disk, for as long as the request is answered
        await using (var hashing = new HashingStream(hash)) await SentTo(hashing);
        http.Request.Body.Position = 0;
    }

    /// <summary>The caller's name for this request: the same again is not done again.</summary>
    internal string? Key => HttpMethods.IsPost(http.Request.Method) && http.Request.Headers.TryGetValue(KeptAnswerActions.Header, out var key) ? key.ToString() : null;

    /// <summary>The caller says which version of a thing they have seen.</summary>
    internal bool NamesVersion => operation.Current is not null && http.Request.Headers.IfMatch.Count > 0;

    /// <summary>Looks at what the caller may do, and how often they ask.</summary>
    internal void ThrowUnlessAllowed()
    {
        if (operation.IsPublic || Visit.Guest is not { } guest) return;
        if (operation.Writes && (operation.IsOfAccount ? guest.KeyScope : guest.Scope) != Scope.Write) throw new Declined(StatusCodes.Status403Forbidden, "Api.MayOnlyRead");
        var allowance = Services.GetRequiredService<Allowance>();
        if (allowance.Take(guest.AccountId) is { } seconds) throw new Declined(StatusCodes.Status429TooManyRequests, "Api.TooOften", allowance.Most, seconds) { Headers = [("Retry-After", seconds.ToString(CultureInfo.InvariantCulture))] };
    }

    /// <summary>Looks at what is accepted and sent, before anything is done.</summary>
    internal void ThrowUnlessFits()
    {
        if (!Media.Accepts(http.Request.Headers.Accept, operation.Answer.MediaTypes)) throw new Declined(StatusCodes.Status406NotAcceptable, "Api.NotAcceptable", string.Join(", ", operation.Answer.MediaTypes));
        if (operation.Body is not { } body) return;
        if (http.Request.ContentLength > body.MostBytes) throw TooLarge();
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = body.MostBytes;
        if (body.IsOptional && http.Request.ContentLength is null or 0 && http.Request.ContentType is null) return;
        if (!Media.Is(http.Request.ContentType, body.MediaTypes))
            throw new Declined(StatusCodes.Status415UnsupportedMediaType, "Api.WrongMedia", string.Join(", ", body.MediaTypes)) { Headers = [("Accept", string.Join(", ", body.MediaTypes))] };
    }

    public static Mistaken Wrong(string field, string key, params object?[] inputs) => new(new Problems { { field, key, inputs } });

    private TooLarge TooLarge() => new("Api.TooLarge", operation.Body!.MostBytes);
}
