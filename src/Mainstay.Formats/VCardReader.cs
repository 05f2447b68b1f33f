using System.Text;

namespace Mainstay.Formats;

/// <summary>
/// Reads vCard 2.1, 3.0 and 4.0, leniently: whatever the bytes are, it throws nothing of its own, a damaged line costs
/// only itself and a damaged card only itself. Streams: memory is bounded by the largest card, time is linear.
/// Exceptions of the stream itself pass through.
/// </summary>
public static class VCardReader
{
    /// <summary>The cards of a stream, in order, each as soon as it is complete.</summary>
    public static IEnumerable<VCardResult> Read(Stream stream, VCardLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Reading(limits ?? VCardLimits.Default).Pull(stream);
    }

    /// <summary>The same for a stream that is read asynchronously.</summary>
    public static IAsyncEnumerable<VCardResult> Stream(Stream stream, VCardLimits? limits = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Reading(limits ?? VCardLimits.Default).Stream(stream, stop);
    }

    /// <summary>The cards of a text, for instance of a request's body or of a test.</summary>
    public static IReadOnlyList<VCardResult> Read(string text, VCardLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), limits)];
    }

    private static ContentReading<VCardResult> Reading(VCardLimits limits) => new(new VCardScanner(limits), limits.FileBytes, limits.CardBytes);
}
