using System.Globalization;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Api;

/// <summary>A request at the API's door, and what the work may ask of it.</summary>
public sealed class ApiCall(HttpContext http)
{
    public IServiceProvider Services => http.RequestServices;

    public Store Store => Services.GetRequiredService<Store>();

    public DateOnly Today => Services.GetRequiredService<Visit>().Today;

    public CancellationToken Stop => http.RequestAborted;

    /// <summary>A value of the query; null when it is not there or empty.</summary>
    public string? Asked(string name) => http.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    public int? Number(string name, int least, int most)
    {
        if (Asked(name) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number : throw new Mistaken(new Problems { { name, "Api.NotInRange", least, most } });
    }
}
