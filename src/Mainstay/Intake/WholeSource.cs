namespace Mainstay.Intake;

/// <summary>A whole network, as <c>export --format json</c> writes it.</summary>
internal static class WholeSource
{
    public static Reading Of(string name, Func<Stream> open) => new(name, Import.WholeFormat, Import.WholeFormat, _ => throw new InvalidOperationException("A whole network is loaded as it is, not row by row.")) { Whole = open };
}
