namespace Mainstay.Storage;

/// <summary>A row that may be its owner's alone: then nobody else who was let into the space sees it.</summary>
public interface IConfidential
{
    bool IsConfidential { get; }
}
