using System.Text.Json;

namespace Mainstay.Archive;

/// <summary>Writes the document, each row on a line of its own, in constant memory.</summary>
internal sealed class ArchiveWriter(Stream output) : IDisposable
{
    private const int FlushAt = 64 * 1024;

    private readonly MemoryStream written = new();
    private bool isBegun;

    public void Value<T>(string name, T value)
    {
        Name(name);
        JsonSerializer.Serialize(written, value, ArchiveJson.Options);
    }

    public async Task<long> List(string name, IAsyncEnumerable<object> rows, CancellationToken stop)
    {
        Name(name);
        written.WriteByte((byte)'[');
        var count = 0L;
        await foreach (var row in rows)
        {
            written.Write(count++ == 0 ? "\n"u8 : ",\n"u8);
            JsonSerializer.Serialize(written, row, row.GetType(), ArchiveJson.Options);
            if (written.Length > FlushAt) await Flush(stop);
        }
        written.Write("]"u8);
        return count;
    }

    public async Task End(CancellationToken stop)
    {
        written.Write("}\n"u8);
        await Flush(stop);
        await output.FlushAsync(stop);
    }

    public void Dispose() => written.Dispose();

    private void Name(string name)
    {
        written.Write(isBegun ? ",\n"u8 : "{"u8);
        isBegun = true;
        JsonSerializer.Serialize(written, name, ArchiveJson.Options);
        written.WriteByte((byte)':');
    }

    private async Task Flush(CancellationToken stop)
    {
        written.Position = 0;
        await written.CopyToAsync(output, stop);
        written.SetLength(0);
    }
}
