using System.Text;
using System.Text.RegularExpressions;
using Mainstay.Archive;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>Opens files and says what they are, by what is in them and never by their names.</summary>
public static partial class FileSource
{
    private const int HeadSize = 128 * 1024;

    /// <summary>What can be read from these files. One that cannot be read at all is a refusal that names it.</summary>
    /// <param name="paths">Where they lie.</param>
    /// <param name="open">Opens one; from the disk when null.</param>
    public static List<Reading> Open(IReadOnlyList<string> paths, Func<string, Stream>? open = null)
    {
        var readings = paths.SelectMany(p => Open(p, open ?? (path => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16)))).ToList();
        return readings.Count > 1 && readings.Find(r => r.Whole is not null) is { } whole ? throw new CannotBeDone("Intake.WholeNotAlone", whole.File) : readings;
    }

    private static List<Reading> Open(string path, Func<string, Stream> open)
    {
        var name = Path.GetFileName(path);
        if (Directory.Exists(path)) throw new CannotBeDone("Intake.FileIsDirectory", path);
        if (!File.Exists(path)) throw new CannotBeDone("Intake.FileMissing", path);
        try
        {
            Stream? reading = null;
            Stream Again() => reading = open(path);
            double? Share() => reading is { CanSeek: true, Length: > 0 } file ? (double)file.Position / file.Length : null;
            return [.. Recognise(name, Again).Select(r => r with { Share = Share })];
        }
        catch (UnauthorizedAccessException)
        {
            throw new CannotBeDone("Intake.FileNoRights", path);
        }
        catch (IOException)
        {
            throw new CannotBeDone("Intake.FileFails", path);
        }
    }

    /// <summary>What a stream of bytes is.</summary>
    /// <param name="name">As it is called in answers.</param>
    /// <param name="open">Gives it from the beginning, as often as it is called.</param>
    public static IReadOnlyList<Reading> Recognise(string name, Func<Stream> open)
    {
        var head = Head(open);
        if (head.Length == 0) throw new CannotBeDone("Intake.FileEmpty", name);
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8) || head.AsSpan().StartsWith("PK\u0005\u0006"u8)) return ZipSource.Open(name, open);
        if (ArchiveActions.IsArchive(head)) return [WholeSource.Of(name, open)];
        var text = Text(head);
        if (CardMark().IsMatch(text)) return [VCardSource.Of(name, open)];
        if (text.Contains('\0', StringComparison.Ordinal)) throw new CannotBeDone("Intake.FileBinary", name);
        if (string.IsNullOrWhiteSpace(text)) throw new CannotBeDone("Intake.FileEmpty", name);
        return [text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t') is ['{' or '[', ..] ? FacebookSource.Of(name, open) : TableSource.Of(name, open)];
    }

    private static byte[] Head(Func<Stream> open)
    {
        using var stream = open();
        var head = new byte[HeadSize];
        return head[..stream.ReadAtLeast(head, HeadSize, throwOnEndOfStream: false)];
    }

    /// <summary>The marks looked for are ASCII; what stands between them may be in any character set.</summary>
    private static string Text(byte[] head) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(head),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(head),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(head),
        _ => Encoding.Latin1.GetString(head),
    };

    [GeneratedRegex(@"(?:^|[\r\n])[\uFEFF \t]*(?:BEGIN|END)[ \t]*:[ \t]*VCARD", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CardMark();
}
