namespace Mainstay.Intake;

/// <summary>A whole network, as <c>export --format json</c> writes it.</summary>
/// <param name="open">Gives the document from its beginning, able to seek.</param>
public sealed class WholeSource(Func<Stream> open)
{
    public Stream Open() => open();

    internal static Reading Of(string name, Func<Stream> open) =>
        new(name, Import.WholeFormat, Import.WholeFormat, _ => throw new InvalidOperationException("A whole network is loaded as it is, not row by row.")) { Whole = new(open) };
}
