using System.Buffers;
using System.Text;
using Mainstay.Hosting;
using Mainstay.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Mainstay.Deliveries;

/// <summary>What was handed in.</summary>
/// <param name="Names">The names of the files, in their order.</param>
/// <param name="IsTooLarge">It was more than is taken; not all of it was kept.</param>
internal sealed record Upload(IReadOnlyList<string> Names, bool IsTooLarge);

/// <summary>Takes files as a browser hands them in, straight to the disk: however large they are, little of them is ever in memory.</summary>
internal sealed class UploadSource(HttpContext http, DeliverySource.Held place, IAntiforgery forms)
{
    /// <summary>All files of one form together.</summary>
    public const long MostBytes = 64L << 20;

    /// <summary>What is too large is still heard out up to here, so that the browser stays to read the answer.</summary>
    private const long MostHeard = 2L << 30;

    private const int MostFiles = 50, LongestField = 16 << 10, LongestName = 200, Piece = 1 << 16;

    private readonly List<string> names = [];
    private string? token;
    private bool isAdmitted, isTooLarge;
    private long taken;

    public async Task<Upload> Take(CancellationToken stop)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostHeard;
        try
        {
            var parts = new MultipartReader(Boundary(), http.Request.Body);
            while (await parts.ReadNextSectionAsync(stop) is { } part) await Take(part, stop);
        }
        catch (InvalidDataException)
        {
            throw new BadHttpRequestException("The form is damaged.");
        }
        catch (IOException broken) when (!broken.IsFromTheWorld())
        {
            throw new BadHttpRequestException("The form ended in the middle.");
        }
        await Admit();
        return new(names, isTooLarge);
    }

    private async Task Take(MultipartSection part, CancellationToken stop)
    {
        if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var said)) return;
        if (!said.IsFileDisposition())
        {
            var text = await ShortText(part.Body, stop);
            if (said.Name == "__RequestVerificationToken") token = text;
            return;
        }
        await Admit();
        var name = NameOf(said);
        if (names.Count >= MostFiles) isTooLarge = true;
        var before = taken;
        if (!isTooLarge) await Keep(part.Body, stop);
        if (isTooLarge) await part.Body.CopyToAsync(Stream.Null, Piece, stop);
        else if (name.Length > 0 || taken > before) names.Add(name.Length > 0 ? name : "?"); // a field without a choice is an empty file without a name
        else place.Forget(names.Count);
    }

    private async Task Keep(Stream body, CancellationToken stop)
    {
        var piece = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            await using var file = place.Create(names.Count);
            for (int read; (read = await body.ReadAsync(piece, stop)) > 0;)
            {
                taken += read;
                isTooLarge = taken > MostBytes;
                if (isTooLarge) return;
                await file.WriteAsync(piece.AsMemory(0, read), stop);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    /// <summary>What is written in a field that is not a file. Our form has none that is long, so one that is does not come from it and is not read to its end.</summary>
    private static async Task<string> ShortText(Stream body, CancellationToken stop)
    {
        var bytes = new byte[LongestField];
        var read = await body.ReadAtLeastAsync(bytes, LongestField, throwOnEndOfStream: false, stop);
        return read < LongestField ? Encoding.UTF8.GetString(bytes, 0, read) : throw new Turned(StatusCodes.Status400BadRequest, "Hosting.StaleForm");
    }

    /// <summary>Nothing is kept for whoever does not hold our token.</summary>
    private async Task Admit()
    {
        if (isAdmitted) return;
        http.Request.Headers["RequestVerificationToken"] = token;
        isAdmitted = token is not null && await forms.IsRequestValidAsync(http); // without it the check would look for one in the body, which is read here
        if (!isAdmitted) throw new Turned(StatusCodes.Status400BadRequest, "Hosting.StaleForm");
    }

    private string Boundary() =>
        MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase) && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary.ToString()
            : throw new Turned(StatusCodes.Status400BadRequest, "Hosting.StaleForm");

    private static string NameOf(ContentDispositionHeaderValue said) => NameOf(HeaderUtilities.RemoveQuotes(said.FileNameStar.HasValue ? said.FileNameStar : said.FileName).ToString());

    /// <summary>The last part of what may be a path on another machine, without what cannot be shown.</summary>
    internal static string NameOf(string full)
    {
        var name = new string([.. full[(full.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c))]).Trim();
        return name.Length <= LongestName ? name : People.PersonNames.Cut(name);
    }
}
