using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Marks one version that a 64-bit little-endian ELF library needs as weak (bit 2 of vna_flags in .gnu.version_r), so that
/// the loader accepts a system without it. Source: System V ABI, gABI 4 and LSB 5.0, "Symbol Versioning".
/// </summary>
public sealed class WeakenVersionNeed : Task
{
    private const uint SectionVerneed = 0x6ffffffe;
    private const ushort FlagWeak = 2;

    private byte[] _elf = new byte[0];

    /// <summary>Absolute path of the library; it is replaced by a mended copy of the same size and time.</summary>
    [Required]
    public string Library { get; set; } = "";

    /// <summary>The version's name, such as GLIBCXX_3.4.32.</summary>
    [Required]
    public string Version { get; set; } = "";

    public override bool Execute()
    {
        _elf = File.ReadAllBytes(Library);
        if (_elf.Length < 64 || U32(0) != 0x464c457f || _elf[4] != 2 || _elf[5] != 1)
        {
            Log.LogError("{0}: not a 64-bit little-endian ELF library; build/TorchNative.targets cannot mend it.", Library);
            return false;
        }

        var flags = FindFlags();
        if (flags < 0)
        {
            Log.LogError(
                "{0}: needs no version '{1}'. Has TorchSharp been updated? Find what it asks for with 'readelf -V', then change or drop build/TorchNative.targets.",
                Library,
                Version);
            return false;
        }

        if ((U16(flags) & FlagWeak) == 0)
        {
            _elf[flags] |= (byte)FlagWeak;
            Replace();
            Log.LogMessage(MessageImportance.Normal, "{0}: version need {1} marked as weak", Library, Version);
        }

        return true;
    }

    /// <summary>The offset of the version's vna_flags; -1 when the library does not need the version.</summary>
    private long FindFlags()
    {
        var sections = U64(0x28);
        int size = U16(0x3a), count = U16(0x3c);
        for (var i = 0; i < count; i++)
        {
            var section = sections + ((long)i * size);
            if (U32(section + 4) != SectionVerneed)
            {
                continue;
            }

            var strings = U64(sections + (U32(section + 0x28) * (long)size) + 0x18);
            var flags = FindFlags(need: U64(section + 0x18), needs: U32(section + 0x2c), strings);
            if (flags >= 0)
            {
                return flags;
            }
        }

        return -1;
    }

    private long FindFlags(long need, uint needs, long strings)
    {
        for (var i = 0u; i < needs; i++, need += U32(need + 12))
        {
            var auxiliary = need + U32(need + 8);
            for (var j = 0; j < U16(need + 2); j++, auxiliary += U32(auxiliary + 12))
            {
                if (Text(strings + U32(auxiliary + 8)) == Version)
                {
                    return auxiliary + 4;
                }
            }
        }

        return -1;
    }

    /// <summary>
    /// A new file renamed into the place: the old one may be a hard link into the package cache, or be loaded by a running
    /// program. Same time and size as before, so that the next build does not copy the original again.
    /// </summary>
    private void Replace()
    {
        var time = File.GetLastWriteTimeUtc(Library);
        var mended = Library + "." + Guid.NewGuid().ToString("N");
        File.WriteAllBytes(mended, _elf);
        File.SetLastWriteTimeUtc(mended, time);
        File.Delete(Library);
        File.Move(mended, Library);
    }

    private string Text(long offset)
    {
        var end = Array.IndexOf(_elf, (byte)0, (int)offset);
        return Encoding.ASCII.GetString(_elf, (int)offset, end - (int)offset);
    }

    private ushort U16(long offset) => BitConverter.ToUInt16(_elf, (int)offset);

    private uint U32(long offset) => BitConverter.ToUInt32(_elf, (int)offset);

    private long U64(long offset) => BitConverter.ToInt64(_elf, (int)offset);
}
