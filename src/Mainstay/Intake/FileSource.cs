using System.Text;
using System.Text.RegularExpressions;
using Mainstay.Archive;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>A file on the disk, and its name as the owner knows it.</summary>
public sealed record FileAtHand(string Path, string Name);

/// <summary>Opens files and says what they are, by what is in them and never by their names.</summary>
public static partial class FileSource
{
    private const int HeadSize = 128 * 1024;

    /// <summary>What can be read from these files. One that cannot be read at all is a refusal that names it.</summary>
    /// <param name="paths">Where they lie.</param>
    /// <param name="open">Opens one; from the disk when null.</param>
    public static List<Reading> Open(IReadOnlyList<string> paths, Func<string, Stream>? open = null) => Open([.. paths.Select(p => new FileAtHand(p, Path.GetFileName(p)))], null, open);

    /// <summary>As the other, for files that the owner calls otherwise than the disk does.</summary>
    /// <param name="files">Where they lie, and their names.</param>
    /// <param name="columns">What the columns of a table that nobody knows mean; null when that cannot be said.</param>
    /// <param name="open">Opens one; from the disk when null.</param>
    public static List<Reading> Open(IReadOnlyList<FileAtHand> files, Func<FileAtHand, UnknownTable, TableColumns?>? columns, Func<string, Stream>? open = null)
    {
        var readings = files.SelectMany(f => Open(f, columns, open ?? (path => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16)))).ToList();
        return readings.Count > 1 && readings.Find(r => r.Whole is not null) is { } whole ? throw new CannotBeDone("Intake.WholeNotAlone", whole.File) : readings;
    }

    private static List<Reading> Open(FileAtHand file, Func<FileAtHand, UnknownTable, TableColumns?>? columns, Func<string, Stream> open)
    {
        var (path, name) = file;
        if (Directory.Exists(path)) throw new CannotBeDone("Intake.FileIsDirectory", path);
        if (!File.Exists(path)) throw new CannotBeDone("Intake.FileMissing", path);
        try
        {
            Stream? reading = null;
            Stream Again() => reading = open(path);
            double? Share() => reading is { CanSeek: true, Length: > 0 } file ? (double)file.Position / file.Length : null;
            return [.. Recognise(name, Again, columns is null ? null : table => columns(file, table)).Select(r => r with { Share = Share })];
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
    /// <param name="columns">What the columns of a table that nobody knows mean; null when that cannot be said.</param>
    /// <param name="isInZip">It lies in a zip: then it is none itself. One may hold itself, and so on without end.</param>
    public static IReadOnlyList<Reading> Recognise(string name, Func<Stream> open, Func<UnknownTable, TableColumns?>? columns = null, bool isInZip = false)
    {
        var head = Head(open);
        if (head.Length == 0) throw new CannotBeDone("Intake.FileEmpty", name);
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8) || head.AsSpan().StartsWith("PK\u0005\u0006"u8)) return isInZip ? throw new CannotBeDone("Intake.ZipInZip", name) : ZipSource.Open(name, open);
        if (ArchiveActions.IsArchive(head)) return [WholeSource.Of(name, open)];
        var text = Text(head);
        if (CardMark().IsMatch(text)) return [VCardSource.Of(name, open)];
        if (text.Contains('\0', StringComparison.Ordinal)) throw new CannotBeDone("Intake.FileBinary", name);
        if (string.IsNullOrWhiteSpace(text)) throw new CannotBeDone("Intake.FileEmpty", name);
        return [text.TrimStart('\uFEFF', ' ', '\r', '\n', '\t') is ['{' or '[', ..] ? FacebookSource.Of(name, open) : TableSource.Of(name, open, columns)];
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
